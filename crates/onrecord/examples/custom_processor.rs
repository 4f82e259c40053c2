//! A newsroom's own processor in a binary of its own: how long an article
//! takes to read. Try `cargo run --example custom_processor -- run seeds`.

use std::process::ExitCode;

use onrecord::App;
use onrecord::core::layers::{TokenKind, Tokens, Zones};
use onrecord::core::{ConfigError, Context, Document, Layer, LayerError, ProcessError, Processor};
use serde::{Deserialize, Serialize};

/// What the processor writes; the JSON under `reading_time` is this struct.
#[derive(Debug, Serialize)]
struct ReadingTime {
    words: u32,
    minutes: u32,
}

impl Layer for ReadingTime {
    const NAME: &'static str = "reading_time";

    fn check(&self, _: &Document) -> Result<(), LayerError> {
        if self.words > 0 && self.minutes == 0 {
            return Err(LayerError::new(Self::NAME, "words take time"));
        }
        Ok(())
    }
}

/// Its settings, under `reading-time` in the configuration file.
#[derive(Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Settings {
    words_per_minute: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            words_per_minute: 240,
        }
    }
}

struct ReadingTimer(Settings);

impl Processor for ReadingTimer {
    const NAME: &'static str = "reading-time";
    const SUMMARY: &'static str = "says how long the story takes to read";
    type Config = Settings;
    type Needs<'d> = (&'d Zones, &'d Tokens);
    type Provides = ReadingTime;

    fn new(settings: Settings) -> Result<Self, ConfigError> {
        if settings.words_per_minute == 0 {
            return Err(ConfigError::new("words_per_minute", "must be at least 1"));
        }
        Ok(Self(settings))
    }

    fn process(
        &self,
        context: Context<'_>,
        (zones, tokens): (&Zones, &Tokens),
    ) -> Result<ReadingTime, ProcessError> {
        context.budget().spend(tokens.items.len() as u64)?;
        let story = zones.items.iter().filter(|zone| zone.kind.is_story());
        let spoken = |kind| matches!(kind, TokenKind::Word | TokenKind::Number);
        let words = story
            .flat_map(|zone| &tokens.items[tokens.within(zone.span)])
            .filter(|token| spoken(token.kind))
            .count() as u32;
        let minutes = words.div_ceil(self.0.words_per_minute);
        Ok(ReadingTime { words, minutes })
    }
}

fn main() -> ExitCode {
    App::standard().with::<ReadingTimer>().run()
}
