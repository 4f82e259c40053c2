//! The explicit list of processors and stages.

use onrecord_core::{ConfigError, CorpusStage, Layer, Need, Needs, Processor, Provides};
use serde_json::Value;

use crate::config::deserialize;
use crate::erased::{ErasedProcessor, ErasedStage, Stage, Step};
use crate::plan::PlanError;

/// What can run: processors and corpus stages, in the order they were added.
///
/// Nothing registers itself. A name that is there already, or a replacement
/// for nothing, is a mistake that [`crate::Plan::new`] reports.
#[derive(Default)]
pub struct Registry {
    entries: Vec<Entry>,
    mistakes: Vec<PlanError>,
}

/// A registered processor or stage, as its types describe it.
pub struct Entry {
    name: &'static str,
    summary: &'static str,
    needs: Vec<Need>,
    provides: Vec<(&'static str, bool)>,
    default_config: fn() -> serde_json::Result<String>,
    check_config: fn(Value) -> Result<(), ConfigError>,
    pub(crate) build: Build,
}

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// Sees one document at a time.
    Processor,
    /// Sees all documents once.
    Stage,
}

/// Makes the thing itself from its settings.
#[derive(Clone, Copy)]
pub(crate) enum Build {
    Processor(fn(Value) -> Result<Box<dyn Step>, ConfigError>),
    Stage(fn(Value) -> Result<Box<dyn Stage>, ConfigError>),
}

impl Registry {
    /// An empty list.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a processor.
    pub fn add<P: Processor>(&mut self) -> &mut Self {
        self.insert(self.entries.len(), Entry::processor::<P>())
    }

    /// Adds a corpus stage.
    pub fn add_stage<S: CorpusStage>(&mut self) -> &mut Self {
        self.insert(self.entries.len(), Entry::stage::<S>())
    }

    /// Puts a processor in the place of the one of its name and of all that
    /// write one of its layers.
    pub fn replace<P: Processor>(&mut self) -> &mut Self {
        let entry = Entry::processor::<P>();
        let rival = |other: &Entry| {
            other.name == entry.name || other.layers().any(|layer| entry.provides(layer))
        };
        let Some(place) = self.entries.iter().position(rival) else {
            self.mistakes
                .push(PlanError::NothingToReplace { name: entry.name });
            return self;
        };
        self.entries.retain(|other| !rival(other));
        self.insert(place, entry)
    }

    fn insert(&mut self, place: usize, entry: Entry) -> &mut Self {
        if self.get(entry.name).is_some() {
            self.mistakes
                .push(PlanError::DuplicateName { name: entry.name });
        } else {
            self.entries.insert(place, entry);
        }
        self
    }

    /// All entries, in order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry of a name.
    pub fn get(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name == name)
    }

    /// The settings of all entries as they are if nobody says otherwise: the
    /// JSON of a complete configuration file, compact.
    ///
    /// # Errors
    /// If a `Config` type cannot be serialised.
    pub fn default_config(&self) -> serde_json::Result<String> {
        let mut sections = Vec::new();
        for entry in &self.entries {
            let name = serde_json::to_string(entry.name)?;
            sections.push(format!("{name}:{}", entry.default_config()?));
        }
        Ok(format!("{{{}}}", sections.join(",")))
    }

    pub(crate) fn mistakes(&self) -> &[PlanError] {
        &self.mistakes
    }
}

impl Entry {
    fn processor<P: Processor>() -> Self {
        let mut needs = Vec::new();
        <P::Needs<'static> as Needs>::declare(&mut needs);
        let mut provides = Vec::new();
        <P::Provides as Provides>::declare(&mut provides);
        Self {
            name: P::NAME,
            summary: P::SUMMARY,
            needs,
            provides,
            default_config: || serde_json::to_string(&P::Config::default()),
            check_config: |section| deserialize::<P::Config>(P::NAME, section).map(drop),
            build: Build::Processor(|section| {
                let built = P::new(deserialize(P::NAME, section)?);
                let built = built.map_err(|error| inside(P::NAME, error))?;
                Ok(Box::new(ErasedProcessor(built)))
            }),
        }
    }

    fn stage<S: CorpusStage>() -> Self {
        let mut needs = Vec::new();
        <S::Needs<'static> as Needs>::declare(&mut needs);
        Self {
            name: S::NAME,
            summary: S::SUMMARY,
            needs,
            provides: vec![(S::Output::NAME, S::Output::SHOWN)],
            default_config: || serde_json::to_string(&S::Config::default()),
            check_config: |section| deserialize::<S::Config>(S::NAME, section).map(drop),
            build: Build::Stage(|section| {
                let built = S::new(deserialize(S::NAME, section)?);
                let built = built.map_err(|error| inside(S::NAME, error))?;
                Ok(Box::new(ErasedStage(built)))
            }),
        }
    }

    /// Key in the configuration file.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// What it does, in one line.
    pub const fn summary(&self) -> &'static str {
        self.summary
    }

    /// The layers it reads.
    pub fn needs(&self) -> &[Need] {
        &self.needs
    }

    /// The layers it writes, each with whether writers show it.
    pub fn provided(&self) -> &[(&'static str, bool)] {
        &self.provides
    }

    /// The names of the layers it writes.
    pub fn layers(&self) -> impl Iterator<Item = &'static str> {
        self.provides.iter().map(|(layer, _)| *layer)
    }

    /// Whether it writes a layer.
    pub fn provides(&self, layer: &str) -> bool {
        self.layers().any(|own| own == layer)
    }

    /// Processor or stage.
    pub const fn kind(&self) -> EntryKind {
        match self.build {
            Build::Processor(_) => EntryKind::Processor,
            Build::Stage(_) => EntryKind::Stage,
        }
    }

    /// Its default settings as compact JSON, keys in the order of the type.
    ///
    /// # Errors
    /// If its `Config` cannot be serialised.
    pub fn default_config(&self) -> serde_json::Result<String> {
        (self.default_config)()
    }

    /// Whether settings are well-formed, without making anything.
    ///
    /// # Errors
    /// [`ConfigError`] naming the path of the key at fault.
    pub fn check_config(&self, section: Value) -> Result<(), ConfigError> {
        (self.check_config)(section)
    }
}

/// An error of `new`, with the processor's name in front of its path.
fn inside(name: &str, mut error: ConfigError) -> ConfigError {
    let own = error.path == name || error.path.starts_with(&format!("{name}."));
    if error.path.is_empty() {
        name.clone_into(&mut error.path);
    } else if !own {
        error.path = format!("{name}.{}", error.path);
    }
    error
}
