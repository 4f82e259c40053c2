//! Where finished documents go.

use std::io;

use onrecord_core::{AnyLayer, Document, InputError, OffsetUnit, Offsets};

/// Takes documents, in input order.
///
/// Rendering is apart from writing since it can be done on all cores. An error
/// from any of the writing functions ends the run.
pub trait Sink: Sync {
    /// Turns a document into bytes. Called in parallel, for documents in any order.
    ///
    /// # Errors
    /// If the document cannot be written; it is then skipped.
    fn render(&self, document: &Document) -> io::Result<Vec<u8>>;

    /// Takes a document with what [`Sink::render`] made of it.
    ///
    /// # Errors
    /// The run ends with it.
    fn document(&mut self, document: Document, rendered: Vec<u8>) -> io::Result<()>;

    /// Takes note of a record that could not become a document.
    ///
    /// # Errors
    /// The run ends with it.
    fn input_error(&mut self, error: InputError) -> io::Result<()>;

    /// Takes the layer that a corpus stage made for the document `id`, after
    /// all documents.
    ///
    /// # Errors
    /// The run ends with it.
    fn stage_layer(&mut self, id: &str, layer: &dyn AnyLayer, offsets: &Offsets) -> io::Result<()>;

    /// The unit in which stage layers will be asked to count.
    fn unit(&self) -> OffsetUnit {
        OffsetUnit::default()
    }
}

/// Collects the documents and drops everything else.
impl Sink for Vec<Document> {
    fn render(&self, _: &Document) -> io::Result<Vec<u8>> {
        Ok(Vec::new())
    }

    fn document(&mut self, document: Document, _: Vec<u8>) -> io::Result<()> {
        self.push(document);
        Ok(())
    }

    fn input_error(&mut self, _: InputError) -> io::Result<()> {
        Ok(())
    }

    fn stage_layer(&mut self, _: &str, _: &dyn AnyLayer, _: &Offsets) -> io::Result<()> {
        Ok(())
    }
}
