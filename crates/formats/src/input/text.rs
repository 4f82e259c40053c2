//! Plain text: one document a file.

use std::io::Read;

use onrecord_core::layers::Given;
use onrecord_core::{Document, InputError, Source};

/// The byte order mark some programs put in front of UTF-8.
pub(super) const BOM: &[u8] = b"\xEF\xBB\xBF";

/// Reads and decodes a whole file of about `expected` bytes.
pub(super) fn read(
    name: &str,
    reader: impl Read,
    expected: u64,
    limit: u64,
) -> Result<String, InputError> {
    let mut bytes = Vec::with_capacity(usize::try_from(expected).unwrap_or_default());
    reader
        .take(limit.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| InputError::new(name, super::reason(&error)))?;
    if bytes.len() as u64 > limit {
        return Err(too_long(name, limit));
    }
    decode(bytes, 0).map_err(|reason| InputError::new(name, reason))
}

/// The error about a document longer than `limit` bytes.
pub(super) fn too_long(name: &str, limit: u64) -> InputError {
    InputError::new(
        name,
        format!("longer than the limit of {limit} bytes for a document"),
    )
}

/// Decodes UTF-8. A leading byte order mark belongs to the encoding, not to
/// the text, and is taken off. `offset` is where the bytes begin in their file.
pub(super) fn decode(mut bytes: Vec<u8>, offset: u64) -> Result<String, String> {
    let mark = if offset == 0 && bytes.starts_with(BOM) {
        bytes.drain(..BOM.len());
        BOM.len() as u64
    } else {
        0
    };
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let hint = match bytes {
            [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => ", it looks like UTF-16",
            _ => "",
        };
        format!(
            "not UTF-8: byte 0x{:02X} at offset {}{hint}; convert it first, e.g. with iconv",
            bytes.get(at).copied().unwrap_or_default(),
            offset + mark + at as u64,
        )
    })
}

/// The document of a plain-text file.
pub(super) fn document(id: String, path: &str, text: String) -> Result<Document, InputError> {
    let mut document = Document::new(id, text)?.with_source(Source {
        path: path.to_owned(),
        format: "text",
        encoding: "utf-8",
        record: 0,
    });
    document.store(Given::default());
    Ok(document)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_goes_and_everything_else_stays() {
        let decoded = decode(b"\xEF\xBB\xBFa\r\n\0b\xEF\xBB\xBF".to_vec(), 0);
        assert_eq!(decoded.unwrap(), "a\r\n\0b\u{FEFF}");
    }

    #[test]
    fn the_first_bad_byte_is_named_by_its_place_in_the_file() {
        let error = decode(b"\xEF\xBB\xBFcaf\xE9 noir".to_vec(), 0).unwrap_err();
        assert!(
            error.starts_with("not UTF-8: byte 0xE9 at offset 6;"),
            "{error}"
        );
        let error = decode(b"caf\xE9".to_vec(), 100).unwrap_err();
        assert!(error.contains("offset 103"), "{error}");
        let error = decode(b"\xFF\xFEa\0".to_vec(), 0).unwrap_err();
        assert!(error.contains("UTF-16"), "{error}");
    }
}
