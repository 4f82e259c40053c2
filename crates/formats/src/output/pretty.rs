//! JSON for people: indented, but what fits on a line stays on a line.

/// Columns a container may take up before it is broken into lines.
const WIDTH: usize = 100;

/// Re-indents compact JSON, keys in the order they come. Containers that fit
/// in 100 columns, such as spans and single annotations, stay on one line, so
/// that a long layer reads like a table. Anything but compact JSON comes back
/// unharmed but badly indented.
pub fn pretty(compact: &str) -> String {
    let bytes = compact.as_bytes();
    let ends = container_ends(bytes);
    let mut out = Vec::with_capacity(bytes.len() * 2);
    // For each open container: whether it is broken into lines.
    let mut open: Vec<bool> = Vec::new();
    let mut depth = 0;
    let mut column = 0;
    let mut next_end = ends.into_iter();
    let mut strings = Strings::default();
    for (at, &byte) in bytes.iter().enumerate() {
        if strings.inside(byte) {
            out.push(byte);
            // Continuation bytes take no column.
            column += usize::from(byte & 0xC0 != 0x80);
            continue;
        }
        let line = |out: &mut Vec<u8>, depth: usize| {
            out.push(b'\n');
            out.resize(out.len() + 2 * depth, b' ');
            2 * depth
        };
        match byte {
            b'{' | b'[' => {
                let end = next_end.next().unwrap_or(at);
                let flat = open.last() == Some(&false);
                let broken = !flat && end > at + 1 && column + (end - at) > WIDTH;
                out.push(byte);
                open.push(broken);
                column += 1;
                if broken {
                    depth += 1;
                    column = line(&mut out, depth);
                }
            }
            b'}' | b']' => {
                if open.pop() == Some(true) {
                    depth -= 1;
                    column = line(&mut out, depth);
                }
                out.push(byte);
                column += 1;
            }
            b',' => {
                out.push(byte);
                if open.last() == Some(&true) {
                    column = line(&mut out, depth);
                } else {
                    out.push(b' ');
                    column += 2;
                }
            }
            b':' => {
                out.extend(b": ");
                column += 2;
            }
            _ => {
                out.push(byte);
                column += 1;
            }
        }
    }
    // Only ASCII was added between whole tokens.
    String::from_utf8(out).unwrap_or_else(|_| compact.to_owned())
}

/// The offset of each container's end, in the order the containers begin.
fn container_ends(bytes: &[u8]) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut open = Vec::new();
    let mut strings = Strings::default();
    for (at, &byte) in bytes.iter().enumerate() {
        if strings.inside(byte) {
            continue;
        }
        match byte {
            b'{' | b'[' => {
                open.push(ends.len());
                ends.push(at);
            }
            b'}' | b']' => {
                if let Some(index) = open.pop() {
                    ends[index] = at;
                }
            }
            _ => {}
        }
    }
    ends
}

/// Tells string bytes from structure.
#[derive(Default)]
struct Strings {
    quoted: bool,
    escaped: bool,
}

impl Strings {
    /// Whether a byte is part of a string, its quotation marks included.
    fn inside(&mut self, byte: u8) -> bool {
        if !self.quoted {
            self.quoted = byte == b'"';
            return self.quoted;
        }
        if self.escaped {
            self.escaped = false;
        } else if byte == b'\\' {
            self.escaped = true;
        } else if byte == b'"' {
            self.quoted = false;
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_containers_stay_on_their_line() {
        let long = "x".repeat(90);
        let compact =
            format!(r#"{{"a":[[1,2],{{"b":"{{\",: é"}}],"c":{{"d":"{long}","e":[]}},"f":{{}}}}"#);
        let expected = format!(
            r#"{{
  "a": [[1, 2], {{"b": "{{\",: é"}}],
  "c": {{
    "d": "{long}",
    "e": []
  }},
  "f": {{}}
}}"#
        );
        assert_eq!(pretty(&compact), expected);
    }

    #[test]
    fn the_value_is_the_same() {
        let compact = r#"{"k":[{"text":"a \\\" [ b","span":[0,4]},null,true,-0.5e3],"z":"\u0000"}"#;
        let value: serde_json::Value = serde_json::from_str(compact).unwrap();
        let back: serde_json::Value = serde_json::from_str(&pretty(compact)).unwrap();
        assert_eq!(value, back);
    }

    #[test]
    fn broken_json_is_no_reason_to_panic() {
        for text in ["", "]}", "[[{", "\"", "{\"a", "\\"] {
            pretty(text);
        }
    }
}
