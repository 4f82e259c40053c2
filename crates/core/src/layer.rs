//! The layer trait, its type-erased form, and checks that layers share.

use std::any::Any;
use std::fmt::Debug;

use serde::Serialize;

use crate::document::Document;
use crate::error::LayerError;
use crate::offsets::Offsets;
use crate::text::Span;

/// A typed set of annotations over one document.
///
/// The layer's `Serialize` form is what users see under its name, so its
/// fields are public API. Items are sorted by span unless the layer says
/// otherwise.
pub trait Layer: Debug + Serialize + Send + Sync + 'static {
    /// Key in the output, snake case, a plural noun where there are items.
    const NAME: &'static str;

    /// Whether writers show it. Layers that only serve other processors say no.
    const SHOWN: bool = true;

    /// Verifies the layer's invariants: spans are slices of the text, order,
    /// ids resolve. Called whenever a processor's output is stored, before
    /// anything else can read it.
    ///
    /// # Errors
    /// The first violation found.
    fn check(&self, doc: &Document) -> Result<(), LayerError>;
}

/// A layer whose type is not known, as [`Document`] keeps it.
pub trait AnyLayer: Debug + Send + Sync {
    /// For downcasting.
    fn as_any(&self) -> &dyn Any;
    /// [`Layer::NAME`].
    fn name(&self) -> &'static str;
    /// [`Layer::SHOWN`].
    fn shown(&self) -> bool;
    /// [`Layer::check`].
    ///
    /// # Errors
    /// The first violation found.
    fn check(&self, doc: &Document) -> Result<(), LayerError>;
    /// Compact JSON with spans in the unit of `offsets`.
    ///
    /// # Errors
    /// What the layer's `Serialize` reports; none of this workspace's layers does.
    fn to_json(&self, offsets: &Offsets) -> serde_json::Result<String>;
}

impl<L: Layer> AnyLayer for L {
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn name(&self) -> &'static str {
        L::NAME
    }
    fn shown(&self) -> bool {
        L::SHOWN
    }
    fn check(&self, doc: &Document) -> Result<(), LayerError> {
        Layer::check(self, doc)
    }
    fn to_json(&self, offsets: &Offsets) -> serde_json::Result<String> {
        offsets.to_json(self)
    }
}

/// Verifies that a span is a non-empty slice of the text.
///
/// # Errors
/// If it is not.
pub fn check_span(layer: &'static str, doc: &Document, span: Span) -> Result<(), LayerError> {
    if span.is_empty() || !doc.text().holds(span) {
        let message = format!("{span:?} is no slice of the text");
        return Err(LayerError::new(layer, message));
    }
    Ok(())
}

/// Verifies that spans are slices of the text, in order, and do not overlap.
///
/// # Errors
/// At the first that is not.
pub fn check_sorted(
    layer: &'static str,
    doc: &Document,
    spans: impl IntoIterator<Item = Span>,
) -> Result<(), LayerError> {
    let mut end = 0;
    for span in spans {
        check_span(layer, doc, span)?;
        if span.start < end {
            let message = format!("{span:?} starts before {end}, where the one before it ends");
            return Err(LayerError::new(layer, message));
        }
        end = span.end;
    }
    Ok(())
}

/// Verifies that an index points into `len` items of another layer.
///
/// # Errors
/// If it does not.
pub fn check_index(
    layer: &'static str,
    what: &str,
    index: usize,
    len: usize,
) -> Result<(), LayerError> {
    if index >= len {
        return Err(LayerError::new(
            layer,
            format!("{what} {index} of {len} does not exist"),
        ));
    }
    Ok(())
}
