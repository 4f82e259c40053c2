//! The JSON object of one document, in the contract's order of keys.

use std::collections::BTreeSet;

use onrecord_core::layers::Meta;
use onrecord_core::{AnyLayer, Document, OffsetUnit, Offsets};

use crate::SCHEMA_VERSION;

/// The order of the layers that the contract names; others follow by name.
const LAYER_ORDER: [&str; 8] = [
    "zones",
    "paragraphs",
    "sentences",
    "mentions",
    "entities",
    "quotes",
    "summary",
    "keyphrases",
];

/// What of a document is written, and how it counts text positions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shape {
    /// Unit of all spans.
    pub unit: OffsetUnit,
    /// Names of the layers to write; all that layers themselves say are for
    /// showing where there is no such list.
    pub layers: Option<BTreeSet<String>>,
}

impl Shape {
    /// The object of a document, compact, without a line end.
    ///
    /// # Errors
    /// What a layer's `Serialize` reports; none of this workspace's does.
    pub fn document(&self, document: &Document) -> serde_json::Result<String> {
        let text = document.text();
        let offsets = Offsets::new(text.as_str(), self.unit);
        let mut out = String::with_capacity(text.as_str().len() * 4);
        out.push_str("{\"schema\":");
        out.push_str(&SCHEMA_VERSION.to_string());
        out.push_str(",\"id\":");
        out.push_str(&serde_json::to_string(document.id())?);
        out.push_str(",\"source\":");
        out.push_str(&serde_json::to_string(&document.source())?);
        out.push_str(",\"text\":");
        out.push_str(&serde_json::to_string(text.as_str())?);
        out.push_str(",\"offsets\":\"");
        out.push_str(self.unit.name());
        out.push_str("\",\"meta\":");
        match document.layer::<Meta>() {
            Some(meta) => out.push_str(&offsets.to_json(meta)?),
            None => out.push_str(&offsets.to_json(&Meta::default())?),
        }
        out.push_str(",\"layers\":{");
        for (index, layer) in self.shown(document).into_iter().enumerate() {
            if index > 0 {
                out.push(',');
            }
            out.push_str(&serde_json::to_string(layer.name())?);
            out.push(':');
            out.push_str(&layer.to_json(&offsets)?);
        }
        out.push_str("},\"errors\":");
        out.push_str(&serde_json::to_string(document.errors())?);
        out.push('}');
        Ok(out)
    }

    /// The object that carries the layer a corpus stage made for a document;
    /// such objects follow the documents.
    ///
    /// # Errors
    /// What the layer's `Serialize` reports.
    pub fn stage_layer(
        id: &str,
        layer: &dyn AnyLayer,
        offsets: &Offsets,
    ) -> serde_json::Result<String> {
        Ok(format!(
            "{{\"schema\":{SCHEMA_VERSION},\"id\":{},\"layers\":{{{}:{}}}}}",
            serde_json::to_string(id)?,
            serde_json::to_string(layer.name())?,
            layer.to_json(offsets)?,
        ))
    }

    /// Whether a layer is written.
    pub fn shows(&self, layer: &dyn AnyLayer) -> bool {
        match &self.layers {
            Some(wanted) => wanted.contains(layer.name()),
            None => layer.shown(),
        }
    }

    fn shown<'d>(&self, document: &'d Document) -> Vec<&'d dyn AnyLayer> {
        let mut layers: Vec<&dyn AnyLayer> = document
            .layers()
            .map(|(_, layer)| layer)
            .filter(|layer| layer.name() != "meta" && self.shows(*layer))
            .collect();
        // The sort is stable and the layers come by name.
        layers.sort_by_key(|layer| {
            let place = LAYER_ORDER.iter().position(|name| *name == layer.name());
            place.unwrap_or(LAYER_ORDER.len())
        });
        layers
    }
}

#[cfg(test)]
mod tests {
    use onrecord_core::layers::{Paragraph, Paragraphs, Summary, ZoneId, Zones};
    use onrecord_core::{DocumentError, FailureKind, Source, Span};

    use super::*;

    fn document() -> Document {
        let mut document = Document::new("a/1", "“Rain”\n")
            .unwrap()
            .with_source(Source {
                path: "a.jsonl".into(),
                format: "jsonl",
                encoding: "utf-8",
                record: 4,
            });
        document.store(Zones::default());
        document.store(Summary::default());
        document.store(Paragraphs {
            items: vec![Paragraph {
                span: Span::new(0, 10),
                zone: ZoneId::new(0),
            }],
        });
        document.record_error(DocumentError {
            processor: "quotes",
            kind: FailureKind::Panic,
            message: "no \"luck\"".into(),
        });
        document
    }

    #[test]
    fn keys_stand_in_the_contracts_order() {
        assert_eq!(
            Shape::default().document(&document()).unwrap(),
            concat!(
                r#"{"schema":1,"id":"a/1","source":{"path":"a.jsonl","format":"jsonl","encoding":"utf-8","record":4},"#,
                r#""text":"“Rain”\n","offsets":"char","#,
                r#""meta":{"headline":null,"published":null,"updated":null,"byline":null},"#,
                r#""layers":{"zones":[],"paragraphs":[{"span":[0,6],"zone":0}],"summary":{"sentences":[]}},"#,
                r#""errors":[{"processor":"quotes","kind":"panic","message":"no \"luck\""}]}"#,
            )
        );
    }

    #[test]
    fn units_and_layers_are_chosen() {
        let shape = Shape {
            unit: OffsetUnit::Byte,
            layers: Some(BTreeSet::from(["paragraphs".to_owned()])),
        };
        let json = shape.document(&document()).unwrap();
        assert!(json.contains(
            r#""offsets":"byte","meta":{"headline":null,"published":null,"updated":null,"byline":null},"layers":{"paragraphs":[{"span":[0,10],"zone":0}]},"#
        ), "{json}");
    }
}
