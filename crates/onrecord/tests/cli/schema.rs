//! What is written is what `onrecord schema` says.

use serde_json::{Value, json};

use crate::harness::{ARTICLE, Folder};

/// Everything that is wrong with a value under a JSON Schema, of which this
/// knows what ours uses and refuses the rest. Unlike the standard it also
/// objects to members that the schema does not describe, so that a new field
/// cannot be forgotten there.
fn faults(root: &Value, schema: &Value, value: &Value, path: &str, found: &mut Vec<String>) {
    let mut fault = |message: &str| found.push(format!("{path}: {message}"));
    for (keyword, rule) in schema.as_object().expect("a schema") {
        let holds = match keyword.as_str() {
            "$schema"
            | "title"
            | "description"
            | "$defs"
            | "$ref"
            | "anyOf"
            | "properties"
            | "items"
            | "additionalProperties" => true,
            "type" => match rule {
                Value::Array(kinds) => kinds.iter().any(|kind| is_a(value, kind)),
                kind => is_a(value, kind),
            },
            "const" => value == rule,
            "enum" => rule.as_array().expect("values").contains(value),
            "minimum" => value.as_f64() >= rule.as_f64(),
            "maximum" => value.as_f64() <= rule.as_f64(),
            "minItems" => value.as_array().map(Vec::len) >= rule.as_u64().map(|n| n as usize),
            "maxItems" => value.as_array().map(Vec::len) <= rule.as_u64().map(|n| n as usize),
            "dependentRequired" => {
                let rules = rule.as_object().expect("rules");
                let present = rules.iter().filter(|(name, _)| value.get(name).is_some());
                let mut needed = present.flat_map(|(_, names)| names.as_array().expect("names"));
                needed.all(|name| value.get(name.as_str().expect("a name")).is_some())
            }
            "required" => {
                let names = rule.as_array().expect("names");
                names
                    .iter()
                    .all(|name| value.get(name.as_str().expect("a name")).is_some())
            }
            other => panic!("the schema uses {other}, which this test does not know"),
        };
        if !holds {
            fault(&format!("{keyword} {rule} is not true of {value}"));
        }
    }
    if let Some(reference) = schema.get("$ref") {
        let pointer = reference
            .as_str()
            .expect("a string")
            .trim_start_matches('#');
        let target = root.pointer(pointer).expect("a definition");
        faults(root, target, value, path, found);
    }
    if let Some(choices) = schema.get("anyOf") {
        let choices = choices.as_array().expect("schemas").iter().map(|choice| {
            let mut found = Vec::new();
            faults(root, choice, value, path, &mut found);
            found
        });
        // The last choice is the interesting one, the others are null.
        let mut choices: Vec<Vec<String>> = choices.collect();
        if choices.iter().all(|found| !found.is_empty()) {
            found.extend(choices.pop().unwrap_or_default());
        }
    }
    if let (Some(items), Some(values)) = (schema.get("items"), value.as_array()) {
        for (index, value) in values.iter().enumerate() {
            faults(root, items, value, &format!("{path}/{index}"), found);
        }
    }
    if let (Some(properties), Some(members)) = (schema.get("properties"), value.as_object()) {
        for (name, value) in members {
            match properties.get(name) {
                Some(schema) => faults(root, schema, value, &format!("{path}/{name}"), found),
                None if schema.get("additionalProperties") == Some(&json!(true)) => {}
                None => found.push(format!("{path}/{name} is not described")),
            }
        }
    }
}

fn is_a(value: &Value, kind: &Value) -> bool {
    match kind.as_str().expect("a type") {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "null" => value.is_null(),
        "integer" => value.is_u64() || value.is_i64(),
        "number" => value.is_number(),
        other => panic!("no type {other}"),
    }
}

fn check(schema: &Value, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    faults(schema, schema, value, "", &mut found);
    found
}

#[test]
fn output_is_what_the_schema_says() {
    let record = json!({
        "text": ARTICLE, "headline": "Flood", "published": "2020-02-01", "updated": "2020-02-02",
        "byline": "Ben Cole", "url": "https://example.org/flood",
    });
    let seeds = concat!(env!("CARGO_MANIFEST_DIR"), "/../../seeds");
    let folder = Folder::new(&[
        ("a.txt", ARTICLE.as_bytes()),
        ("empty.txt", b""),
        ("a.jsonl", record.to_string().as_bytes()),
    ]);
    let schema: Value = serde_json::from_str(&folder.run(&["schema"]).stdout).expect("JSON");
    let ended = folder.run(&["run", "a.txt", "empty.txt", "a.jsonl", seeds]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let documents = ended.objects();
    assert!(documents.len() > 3);
    for document in &documents {
        assert_eq!(
            check(&schema, document),
            Vec::<String>::new(),
            "{}",
            document["id"]
        );
    }
    let some = folder.run(&["run", "a.txt", "--only", "keyphrases"]);
    assert_eq!(check(&schema, &some.objects()[0]), Vec::<String>::new());
}

#[test]
fn the_schema_can_tell() {
    let folder = Folder::with_article();
    let schema: Value = serde_json::from_str(&folder.run(&["schema"]).stdout).expect("JSON");
    let mut document = folder.run(&["run", "a.txt"]).objects().remove(0);
    document["layers"]["paragraphs"][0]["span"] = json!([1, -2, 3]);
    document["layers"]["zones"][0]["kind"] = json!("footer");
    document["extra"] = json!(1);
    document["schema"] = json!(2);
    document.as_object_mut().expect("an object").remove("meta");
    assert_eq!(
        check(&schema, &document).len(),
        6,
        "{:#?}",
        check(&schema, &document)
    );
}
