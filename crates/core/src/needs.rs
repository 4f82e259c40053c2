//! What a processor reads and writes, derived from its types.

use crate::document::Document;
use crate::error::LayerError;
use crate::layer::Layer;

/// One layer a processor reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need {
    /// The layer's name.
    pub layer: &'static str,
    /// Whether the processor cannot run without it. Optional layers are made
    /// first all the same wherever a provider is registered, so that what a
    /// processor writes never depends on what else was asked for.
    pub required: bool,
}

/// Inputs of a processor: `&L`, `Option<&L>`, or a tuple of these.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the needs of a processor",
    note = "use `&'d L`, `Option<&'d L>` or a tuple of up to eight of these, where `L: Layer`"
)]
pub trait Needs<'d>: Sized {
    /// Adds the layers read to `out`.
    fn declare(out: &mut Vec<Need>);
    /// Takes them from a document; `None` if a required one is missing.
    fn fetch(doc: &'d Document) -> Option<Self>;
}

impl<'d, L: Layer> Needs<'d> for &'d L {
    fn declare(out: &mut Vec<Need>) {
        out.push(Need {
            layer: L::NAME,
            required: true,
        });
    }
    fn fetch(doc: &'d Document) -> Option<Self> {
        doc.layer()
    }
}

impl<'d, L: Layer> Needs<'d> for Option<&'d L> {
    fn declare(out: &mut Vec<Need>) {
        out.push(Need {
            layer: L::NAME,
            required: false,
        });
    }
    fn fetch(doc: &'d Document) -> Option<Self> {
        Some(doc.layer())
    }
}

impl Needs<'_> for () {
    fn declare(_: &mut Vec<Need>) {}
    fn fetch(_: &Document) -> Option<Self> {
        Some(())
    }
}

/// Output of a processor: a layer, or a tuple of layers.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the output of a processor",
    note = "use a type that implements `Layer`, or a tuple of up to six of these"
)]
pub trait Provides: Send + 'static {
    /// Adds each layer's name, and whether writers show it, to `out`.
    fn declare(out: &mut Vec<(&'static str, bool)>);
    /// Checks and stores the layers in order. The first that breaks an
    /// invariant ends the call and is not stored; those before it stay.
    ///
    /// # Errors
    /// The violation.
    fn store(self, doc: &mut Document) -> Result<(), LayerError>;
}

impl<L: Layer> Provides for L {
    fn declare(out: &mut Vec<(&'static str, bool)>) {
        out.push((L::NAME, L::SHOWN));
    }
    fn store(self, doc: &mut Document) -> Result<(), LayerError> {
        self.check(doc)?;
        doc.store(self);
        Ok(())
    }
}

macro_rules! tuples {
    ($($name:ident)+) => {
        impl<'d, $($name: Needs<'d>),+> Needs<'d> for ($($name,)+) {
            fn declare(out: &mut Vec<Need>) {
                $($name::declare(out);)+
            }
            fn fetch(doc: &'d Document) -> Option<Self> {
                Some(($($name::fetch(doc)?,)+))
            }
        }

        impl<$($name: Layer),+> Provides for ($($name,)+) {
            fn declare(out: &mut Vec<(&'static str, bool)>) {
                $(<$name as Provides>::declare(out);)+
            }
            #[allow(non_snake_case)]
            fn store(self, doc: &mut Document) -> Result<(), LayerError> {
                let ($($name,)+) = self;
                $(Provides::store($name, doc)?;)+
                Ok(())
            }
        }
    };
}

tuples!(A B);
tuples!(A B C);
tuples!(A B C D);
tuples!(A B C D E);
tuples!(A B C D E F);
tuples!(A B C D E F G);
tuples!(A B C D E F G H);
