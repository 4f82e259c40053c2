//! The configuration file: one JSON object, keyed by processor.

use onrecord_core::ConfigError;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// Settings of processors and stages, by their names. Keys that belong to no
/// registered one are refused when the plan is made.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Config {
    sections: Map<String, Value>,
}

impl Config {
    /// Reads the JSON of a configuration file.
    ///
    /// # Errors
    /// [`ConfigError`] if it is no JSON object.
    pub fn parse(json: &str) -> Result<Self, ConfigError> {
        match serde_json::from_str(json) {
            Ok(sections) => Ok(Self { sections }),
            Err(error) => Err(ConfigError::new("", format!("no JSON object: {error}"))),
        }
    }

    /// The names that have settings, sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.sections.keys().map(String::as_str)
    }

    /// The settings under a name; an empty object where there are none.
    pub(crate) fn section(&self, name: &str) -> Value {
        let section = self.sections.get(name).cloned();
        section.unwrap_or_else(|| Value::Object(Map::new()))
    }
}

/// Turns the section `name` into a processor's own type.
pub(crate) fn deserialize<T: DeserializeOwned>(
    name: &str,
    section: Value,
) -> Result<T, ConfigError> {
    serde_path_to_error::deserialize(section).map_err(|error| {
        let inner = error.path().to_string();
        let path = if inner == "." {
            name.to_owned()
        } else {
            format!("{name}.{inner}")
        };
        ConfigError::new(path, error.into_inner().to_string())
    })
}
