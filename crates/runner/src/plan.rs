//! Working back from the layers wanted to the processors that make them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use onrecord_core::layers::Given;
use onrecord_core::{ConfigError, Layer, Need};

use crate::config::Config;
use crate::erased::{Stage, Step};
use crate::registry::{Build, Entry, EntryKind, Registry};

/// What a run is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goals {
    wanted: Option<Vec<String>>,
    given: BTreeSet<String>,
}

impl Goals {
    /// Everything that is registered.
    pub fn all() -> Self {
        Self {
            wanted: None,
            given: BTreeSet::from([Given::NAME.to_owned()]),
        }
    }

    /// Some processors, each for all its layers, or single layers, by name.
    pub fn only<N: Into<String>>(names: impl IntoIterator<Item = N>) -> Self {
        Self {
            wanted: Some(names.into_iter().map(Into::into).collect()),
            ..Self::all()
        }
    }

    /// Says that documents come with a layer, so that its provider is not
    /// needed: how an evaluation feeds gold layers to one processor.
    pub fn given(mut self, layer: impl Into<String>) -> Self {
        self.given.insert(layer.into());
        self
    }
}

/// Processors in an order in which each finds what it needs, made with their
/// settings, and the corpus stages that follow.
pub struct Plan {
    pub(crate) steps: Vec<PlannedStep>,
    pub(crate) stages: Vec<PlannedStage>,
    wanted: Option<BTreeSet<String>>,
}

pub(crate) struct PlannedStep {
    pub(crate) name: &'static str,
    pub(crate) needs: Vec<Need>,
    pub(crate) provides: Vec<&'static str>,
    pub(crate) step: Box<dyn Step>,
}

pub(crate) struct PlannedStage {
    pub(crate) name: &'static str,
    pub(crate) needs: Vec<Need>,
    pub(crate) stage: Box<dyn Stage>,
}

impl Plan {
    /// Plans a run.
    ///
    /// A layer that a processor can use but does not need is made whenever
    /// somebody can make it, so that what a processor writes never depends on
    /// what else was asked for.
    ///
    /// # Errors
    /// [`PlanError`]; nothing has been read then.
    pub fn new(registry: &Registry, goals: &Goals, config: &Config) -> Result<Self, PlanError> {
        if let Some(mistake) = registry.mistakes().first() {
            return Err(mistake.clone());
        }
        check_config(registry, config)?;
        let planner = Planner::new(registry, &goals.given)?;
        let (targets, wanted) = planner.targets(goals)?;
        let order = planner.order(targets)?;
        let mut plan = Self {
            steps: Vec::new(),
            stages: Vec::new(),
            wanted,
        };
        for index in order {
            plan.push(&registry.entries()[index], config)?;
        }
        Ok(plan)
    }

    fn push(&mut self, entry: &Entry, config: &Config) -> Result<(), PlanError> {
        let section = config.section(entry.name());
        let (name, needs) = (entry.name(), entry.needs().to_vec());
        match entry.build {
            Build::Processor(build) => self.steps.push(PlannedStep {
                name,
                needs,
                provides: entry.layers().collect(),
                step: build(section)?,
            }),
            Build::Stage(build) => self.stages.push(PlannedStage {
                name,
                needs,
                stage: build(section)?,
            }),
        }
        Ok(())
    }

    /// The names of what runs, in order, stages last.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        let steps = self.steps.iter().map(|step| step.name);
        steps.chain(self.stages.iter().map(|stage| stage.name))
    }

    /// The layers asked for; none if that is everything that layers themselves
    /// say is for showing.
    pub fn wanted(&self) -> Option<&BTreeSet<String>> {
        self.wanted.as_ref()
    }
}

/// Refuses settings of nobody, and checks those of processors that this plan
/// happens not to use.
fn check_config(registry: &Registry, config: &Config) -> Result<(), PlanError> {
    for name in config.names() {
        let Some(entry) = registry.get(name) else {
            let known: Vec<&str> = registry.entries().iter().map(Entry::name).collect();
            let message = format!("no such processor; there are {}", known.join(", "));
            return Err(ConfigError::new(name, message).into());
        };
        entry.check_config(config.section(name))?;
    }
    Ok(())
}

struct Planner<'r> {
    entries: &'r [Entry],
    given: &'r BTreeSet<String>,
    /// Who writes a layer, as an index into `entries`. Stages write after
    /// everybody has read, so they are nobody's providers.
    providers: BTreeMap<&'static str, usize>,
}

/// How far the search has come with an entry.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Visit {
    Unseen,
    Open,
    Done,
}

impl<'r> Planner<'r> {
    fn new(registry: &'r Registry, given: &'r BTreeSet<String>) -> Result<Self, PlanError> {
        let entries = registry.entries();
        let mut writers: BTreeMap<&'static str, usize> = BTreeMap::new();
        for (index, entry) in entries.iter().enumerate() {
            for layer in entry.layers() {
                if let Some(first) = writers.insert(layer, index) {
                    return Err(PlanError::TwoWriters {
                        layer: layer.to_owned(),
                        first: entries[first].name().to_owned(),
                        second: entry.name().to_owned(),
                    });
                }
            }
        }
        writers.retain(|_, index| entries[*index].kind() == EntryKind::Processor);
        Ok(Self {
            entries,
            given,
            providers: writers,
        })
    }

    /// The entries that goals name, and the layers they stand for.
    fn targets(&self, goals: &Goals) -> Result<(Vec<usize>, Option<BTreeSet<String>>), PlanError> {
        let Some(wanted) = &goals.wanted else {
            let all = 0..self.entries.len();
            let needed = all.filter(|index| !self.is_given(&self.entries[*index]));
            return Ok((needed.collect(), None));
        };
        let (mut targets, mut layers) = (Vec::new(), BTreeSet::new());
        for name in wanted {
            let by_name = self.entries.iter().position(|entry| entry.name() == name);
            if let Some(index) = by_name {
                targets.push(index);
                layers.extend(self.entries[index].layers().map(str::to_owned));
                continue;
            }
            let by_layer = self.entries.iter().position(|entry| entry.provides(name));
            match by_layer {
                _ if self.given.contains(name) => {}
                Some(index) => targets.push(index),
                None => return Err(self.unknown(name)),
            }
            layers.insert(name.clone());
        }
        targets.retain(|index| !self.is_given(&self.entries[*index]));
        Ok((targets, Some(layers)))
    }

    /// Whether all that an entry could write is there already.
    fn is_given(&self, entry: &Entry) -> bool {
        entry.layers().all(|layer| self.given.contains(layer))
    }

    fn order(&self, targets: Vec<usize>) -> Result<Vec<usize>, PlanError> {
        let mut visits = vec![Visit::Unseen; self.entries.len()];
        let mut order = Vec::new();
        for target in targets {
            self.visit(target, &mut visits, &mut Vec::new(), &mut order)?;
        }
        Ok(order)
    }

    /// Depth first: what an entry needs, then the entry.
    fn visit(
        &self,
        index: usize,
        visits: &mut [Visit],
        path: &mut Vec<usize>,
        order: &mut Vec<usize>,
    ) -> Result<(), PlanError> {
        match visits[index] {
            Visit::Done => return Ok(()),
            Visit::Open => return Err(self.cycle(path, index)),
            Visit::Unseen => visits[index] = Visit::Open,
        }
        path.push(index);
        let entry = &self.entries[index];
        if let Some(layer) = entry.layers().find(|layer| self.given.contains(*layer)) {
            return Err(PlanError::TwoWriters {
                layer: layer.to_owned(),
                first: "the input".to_owned(),
                second: entry.name().to_owned(),
            });
        }
        for need in entry.needs() {
            if self.given.contains(need.layer) {
                continue;
            }
            match self.providers.get(need.layer) {
                Some(provider) => self.visit(*provider, visits, path, order)?,
                None if need.required => {
                    return Err(PlanError::NoProvider {
                        layer: need.layer.to_owned(),
                        wanted_by: entry.name().to_owned(),
                        known: self.known_layers(),
                    });
                }
                None => {}
            }
        }
        path.pop();
        visits[index] = Visit::Done;
        order.push(index);
        Ok(())
    }

    fn cycle(&self, path: &[usize], again: usize) -> PlanError {
        let from = path.iter().position(|index| *index == again).unwrap_or(0);
        let names = path[from..].iter().chain([&again]);
        let names = names.map(|index| self.entries[*index].name().to_owned());
        PlanError::Cycle {
            processors: names.collect(),
        }
    }

    fn known_layers(&self) -> Vec<String> {
        let made = self.providers.keys().map(|layer| (*layer).to_owned());
        let mut known: Vec<String> = made.chain(self.given.iter().cloned()).collect();
        known.sort_unstable();
        known.dedup();
        known
    }

    fn unknown(&self, name: &str) -> PlanError {
        let names = self.entries.iter().map(|entry| entry.name().to_owned());
        let layers = self.entries.iter().flat_map(Entry::layers);
        PlanError::Unknown {
            name: name.to_owned(),
            processors: names.collect(),
            layers: layers.map(str::to_owned).collect(),
        }
    }
}

/// Why a run cannot start.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum PlanError {
    /// Two entries of one name.
    DuplicateName {
        /// The name.
        name: &'static str,
    },
    /// A replacement for nothing.
    NothingToReplace {
        /// The processor that should replace another.
        name: &'static str,
    },
    /// Neither a processor nor a layer.
    Unknown {
        /// What was asked for.
        name: String,
        /// Processors and stages there are.
        processors: Vec<String>,
        /// Layers there are.
        layers: Vec<String>,
    },
    /// Nobody makes a layer that somebody cannot do without.
    NoProvider {
        /// The layer.
        layer: String,
        /// Who needs it.
        wanted_by: String,
        /// Layers there are.
        known: Vec<String>,
    },
    /// Processors that wait for each other.
    Cycle {
        /// From one processor to itself, each needing the next.
        processors: Vec<String>,
    },
    /// Two that write one layer.
    TwoWriters {
        /// The layer.
        layer: String,
        /// Who writes it.
        first: String,
        /// Who else.
        second: String,
    },
    /// Settings that are not understood.
    Config(ConfigError),
}

impl From<ConfigError> for PlanError {
    fn from(error: ConfigError) -> Self {
        Self::Config(error)
    }
}

impl fmt::Display for PlanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DuplicateName { name } => write!(f, "two processors are called {name:?}"),
            Self::NothingToReplace { name } => {
                write!(f, "there is nothing that {name:?} could replace")
            }
            Self::Unknown {
                name,
                processors,
                layers,
            } => write!(
                f,
                "there is no processor and no layer {name:?}; processors: {}; layers: {}",
                processors.join(", "),
                layers.join(", ")
            ),
            Self::NoProvider {
                layer,
                wanted_by,
                known,
            } => write!(
                f,
                "{wanted_by:?} needs the layer {layer:?}, which nothing provides; layers there are: {}",
                known.join(", ")
            ),
            Self::Cycle { processors } => {
                write!(f, "a cycle: {}", processors.join(" needs "))
            }
            Self::TwoWriters {
                layer,
                first,
                second,
            } => write!(f, "both {first} and {second} provide the layer {layer:?}"),
            Self::Config(error) => write!(f, "configuration: {error}"),
        }
    }
}

impl std::error::Error for PlanError {}
