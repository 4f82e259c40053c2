//! A document: text, where it came from, layers.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use crate::error::{DocumentError, InputError};
use crate::layer::{AnyLayer, Layer};
use crate::text::Text;

/// Where a document was read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Path as given or found, `/` between parts; `-` for standard input.
    pub path: String,
    /// `text`, `jsonl`, …
    pub format: &'static str,
    /// Encoding the bytes were decoded from.
    pub encoding: &'static str,
    /// 0-based number of the record in its file.
    pub record: u64,
}

/// An immutable text with typed layers over it.
#[derive(Debug)]
pub struct Document {
    id: String,
    text: Arc<str>,
    source: Option<Source>,
    layers: BTreeMap<&'static str, Box<dyn AnyLayer>>,
    errors: Vec<DocumentError>,
}

impl Document {
    /// A document without layers.
    ///
    /// # Errors
    /// [`InputError`] for a text over 4 GiB: offsets are `u32`.
    pub fn new(id: impl Into<String>, text: impl Into<Arc<str>>) -> Result<Self, InputError> {
        let (id, text) = (id.into(), text.into());
        if u32::try_from(text.len()).is_err() {
            return Err(InputError::new(
                id,
                "a document may not be longer than 4 GiB",
            ));
        }
        Ok(Self {
            id,
            text,
            source: None,
            layers: BTreeMap::new(),
            errors: Vec::new(),
        })
    }

    /// Says where it came from.
    pub fn with_source(mut self, source: Source) -> Self {
        self.source = Some(source);
        self
    }

    /// Identity, unique in a run: a path, or a record's own id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The text as read.
    pub fn text(&self) -> Text<'_> {
        Text::new(&self.text)
    }

    /// Where it came from, if a reader made it.
    pub fn source(&self) -> Option<&Source> {
        self.source.as_ref()
    }

    /// The layer of type `L`, if it is there.
    pub fn layer<L: Layer>(&self) -> Option<&L> {
        self.layers.get(L::NAME)?.as_any().downcast_ref()
    }

    /// A layer by name.
    pub fn layer_named(&self, name: &str) -> Option<&dyn AnyLayer> {
        self.layers.get(name).map(AsRef::as_ref)
    }

    /// All layers, by name.
    pub fn layers(&self) -> impl Iterator<Item = (&'static str, &dyn AnyLayer)> {
        self.layers
            .iter()
            .map(|(name, layer)| (*name, layer.as_ref()))
    }

    /// Stores a layer; one of the same name is replaced.
    pub fn store<L: Layer>(&mut self, layer: L) {
        self.layers.insert(L::NAME, Box::new(layer));
    }

    /// Takes a layer out, e.g. one that failed its check.
    pub fn remove(&mut self, name: &str) -> Option<Box<dyn AnyLayer>> {
        self.layers.remove(name)
    }

    /// What went wrong with this document.
    pub fn errors(&self) -> &[DocumentError] {
        &self.errors
    }

    /// Records a failure.
    pub fn record_error(&mut self, error: DocumentError) {
        self.errors.push(error);
    }
}
