//! Any text at all: nothing panics, the layer keeps its invariants, and the
//! work grows no faster than the text: what took quadratic time would not end.

use onrecord_core::layers::{Entities, Entity, EntityId, Label, Mention, MentionId, Mentions};
use onrecord_core::{Budget, Context, Document, Needs, Processor, Provides, Span};
use onrecord_quotes::{QuoteConfig, QuoteFinder};
use onrecord_testkit::{Dice, apply};
use onrecord_text::{Segmenter, ZoneFinder};

/// A text as a page; every `Ann Lee` and `Calder Trust` in it is a name.
fn page(text: &str) -> Document {
    let mut doc = Document::new("any", text).expect("short enough");
    apply::<ZoneFinder>(&mut doc);
    apply::<Segmenter>(&mut doc);
    let names = [("Ann Lee", Label::Person), ("Calder Trust", Label::Org)];
    let mut mentions = Mentions::default();
    for (name, label) in names {
        for (at, _) in text.match_indices(name) {
            let span = Span::new(at as u32, (at + name.len()) as u32);
            mentions.items.push(Mention::new(span, label));
        }
    }
    mentions.items.sort_by_key(|mention| mention.span);
    let mut entities = Entities::default();
    for (name, label) in names {
        let id = EntityId::new(entities.items.len());
        let own = |index: &usize| mentions.items[*index].label == label;
        let own: Vec<usize> = (0..mentions.items.len()).filter(own).collect();
        if own.is_empty() {
            continue;
        }
        for &index in &own {
            mentions.items[index].entity = Some(id);
        }
        entities.items.push(Entity {
            id,
            label,
            name: String::from(name),
            aliases: Vec::new(),
            titles: Vec::new(),
            roles: Vec::new(),
            mentions: own.into_iter().map(MentionId::new).collect(),
            gender: None,
        });
    }
    (mentions, entities).store(&mut doc).expect("sound");
    doc
}

/// Finds quotations; storing them checks them. Gives the fuel spent.
fn survive(text: &str) -> u64 {
    let mut doc = page(text);
    let budget = Budget::unlimited();
    let finder = QuoteFinder::new(QuoteConfig::default()).expect("default settings");
    let needs = <QuoteFinder as Processor>::Needs::fetch(&doc).expect("the layers before");
    let quotes = finder
        .process(Context::new(doc.text(), &budget), needs)
        .unwrap_or_else(|error| panic!("{error} in {text:?}"));
    if let Err(error) = quotes.store(&mut doc) {
        panic!("{error} in {text:?}");
    }
    budget.spent()
}

const NASTY: &str = "“~”~‘~’~\"~'~`~``~''~«~»~„~‟~″~.~,~:~;~?~!~…~—~–~-~(~)~[~]~{~ ~ ~ ~ ~\n~\n\n~\r\n~\
     Ann Lee~Calder Trust~Ann Lee’s~said~says~told~added~adding~called~claim~claims~\
     according~to~it~she~who~which~that~and~but~by~as~in~on~was~is~would~not~the~a~report~\
     spokesman~officers~force~A~Q~PC~AL~Bates'~'90s~’em~6\"~é~日本語~\u{301}~\u{200b}~\u{feff}~🙂~\
     We had no time to lose~Hide Ad~I~our~never~went on~declined~12~£5~#tag~@me~www.a.uk~İ~ß";

#[test]
fn random_texts() {
    let pieces: Vec<&str> = NASTY.split('~').collect();
    let mut dice = Dice::new(20_260_612);
    for _ in 0..3_000 {
        let length = 1 + dice.roll(60);
        let spaced = dice.roll(3) > 0;
        let mut text = String::new();
        for _ in 0..length {
            text.push_str(pieces[dice.roll(pieces.len())]);
            if spaced {
                text.push(' ');
            }
        }
        survive(&text);
    }
}

#[test]
fn an_article_with_any_character_lost() {
    let article = "Lido opens\n\nAnn Lee said: “It is cold.\n“It is clean,” she said, ‘and \"free\"’.\n\
                   'The Calder Trust's report,' she added, “says so”.";
    for (at, c) in article.char_indices() {
        let (before, behind) = (
            &article.as_bytes()[..at],
            &article.as_bytes()[at + c.len_utf8()..],
        );
        survive(&String::from_utf8([before, behind].concat()).unwrap());
    }
}

/// Whether a text eight times as long costs about eight times the fuel.
#[track_caller]
fn grows_linearly(piece: &str, copies: usize) {
    let (small, large) = (
        survive(&piece.repeat(copies / 8)),
        survive(&piece.repeat(copies)),
    );
    let limit = 12 * small + 1_000;
    assert!(
        large <= limit,
        "{piece:?}: fuel {small}, eight times as long {large}"
    );
}

#[test]
fn one_mark_a_hundred_thousand_times() {
    for mark in [
        "“", "”", "‘", "’", "\"", "'", "`", "«", "»", "„", "“ ", " ‘a", "“a ", "\"a\" ", "“A.\n",
    ] {
        grows_linearly(mark, 100_000);
    }
}

#[test]
fn long_sentences_of_cues() {
    for piece in [
        "said Ann Lee ",
        "Ann Lee said ",
        "she said, ",
        "Ann Lee said that ",
        "the report said it was called “a mess” by ",
        "according to Ann Lee, ",
        "who said, which said, ",
        "claims that ",
        "“We won,” she said, ",
        "and added ",
        "a b c d e f g, ",
        "was ",
        "to the Calder Trust ",
        "( ",
        "the officer ",
        "; she said “no” ",
        "said: ",
        "said (",
        "claim by Ann Lee ",
        "one of the ",
        "while Ann Lee said ",
        "was told by ",
        "‘It's Ann Lees' boat ",
    ] {
        grows_linearly(piece, 60_000 / piece.len());
    }
}

#[test]
fn long_articles_of_turns() {
    for piece in [
        "“We won.”\n",
        "She said: “We won.\n",
        "A nurse said they won. ",
        "ANN: We won.\n",
        "‘We won.\n",
        "The force said it won. ",
        "Ann Lee won. ",
        "- Ann Lee\n",
        "“No.” - ",
        "Ann Lee: We won.\n",
        "said:\n",
    ] {
        grows_linearly(piece, 8_000);
    }
}
