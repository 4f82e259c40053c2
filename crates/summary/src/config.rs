use onrecord_core::ConfigError;
use serde::{Deserialize, Serialize};

/// Settings of [`crate::Summariser`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SummariserConfig {
    /// How long the summary may be: `{"sentences": 3}`, `{"words": 60}`,
    /// `{"characters": 280}` or `{"percent": 20}`.
    pub length: Length,
    /// How many keyphrases at most; 0 for none.
    pub keyphrases: u32,
}

/// The most a summary may hold. It is never exceeded, not by one word: where no
/// sentence is short enough, the summary is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Length {
    /// A number of sentences.
    Sentences(u32),
    /// Words as white space divides them.
    Words(u32),
    /// Unicode code points, with one for the space between two sentences.
    Characters(u32),
    /// Share of the story's words, in hundredths: 1 to 100.
    Percent(u32),
}

impl Default for SummariserConfig {
    fn default() -> Self {
        Self {
            length: Length::Sentences(3),
            keyphrases: 10,
        }
    }
}

impl SummariserConfig {
    /// Refuses settings under which no summary could ever come out.
    pub(crate) fn validate(&self) -> Result<(), ConfigError> {
        let (key, value) = match self.length {
            Length::Sentences(n) => ("sentences", n),
            Length::Words(n) => ("words", n),
            Length::Characters(n) => ("characters", n),
            Length::Percent(n) => ("percent", n),
        };
        let path = format!("summary.length.{key}");
        if value == 0 {
            return Err(ConfigError::new(path, "must be at least 1"));
        }
        if matches!(self.length, Length::Percent(101..)) {
            let message = format!("{value} is more than the whole article; 1 to 100 are allowed");
            return Err(ConfigError::new(path, message));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(json: &str, expect: Result<Length, &str>) {
        let got = serde_json::from_str::<SummariserConfig>(json)
            .map_err(|error| error.to_string())
            .and_then(|config| {
                config.validate().map_err(|error| error.to_string())?;
                Ok(config.length)
            });
        match (got, expect) {
            (Ok(got), Ok(expect)) => assert_eq!(got, expect, "{json}"),
            (Err(got), Err(expect)) => assert!(got.contains(expect), "{json}: {got}"),
            (got, expect) => panic!("{json}: {got:?}, not {expect:?}"),
        }
    }

    #[test]
    fn lengths_are_read_and_checked() {
        check("{}", Ok(Length::Sentences(3)));
        check(r#"{"length": {"sentences": 5}}"#, Ok(Length::Sentences(5)));
        check(r#"{"length": {"words": 60}}"#, Ok(Length::Words(60)));
        check(
            r#"{"length": {"characters": 280}}"#,
            Ok(Length::Characters(280)),
        );
        check(r#"{"length": {"percent": 100}}"#, Ok(Length::Percent(100)));
        check(
            r#"{"length": {"words": 0}}"#,
            Err("summary.length.words: must be at least 1"),
        );
        check(
            r#"{"length": {"percent": 101}}"#,
            Err("summary.length.percent: 101 is more"),
        );
        check(r#"{"length": {"pages": 1}}"#, Err("unknown variant"));
        check(r#"{"lenght": {"words": 1}}"#, Err("unknown field"));
    }
}
