//! Small processors with every fault that a foreign one can have.

#![allow(dead_code, reason = "each test binary uses its own part")]

use onrecord_core::{
    ConfigError, Context, CorpusStage, Document, DocumentIndex, Layer, LayerError, ProcessError,
    Processor,
};
use serde::{Deserialize, Serialize};

/// Defines layers that hold a number; an odd one breaks their invariant.
macro_rules! layers {
    ($($type:ident $name:literal)+) => {$(
        #[derive(Debug, Clone, Copy, Serialize)]
        #[serde(transparent)]
        pub(crate) struct $type(pub(crate) u64);

        impl Layer for $type {
            const NAME: &'static str = $name;
            fn check(&self, _: &Document) -> Result<(), LayerError> {
                if self.0 % 2 == 1 {
                    return Err(LayerError::new($name, "odd"));
                }
                Ok(())
            }
        }
    )+};
}

layers! { Alpha "alpha" Beta "beta" Gamma "gamma" Delta "delta" Rank "rank" }

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Settings {
    pub(crate) factor: u32,
    pub(crate) inner: Inner,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Inner {
    pub(crate) words: u32,
}

/// Defines processors from what they need, what they provide and how.
macro_rules! processors {
    ($($type:ident $name:literal ($needs:ty) -> $provides:ty, $body:expr;)+) => {$(
        pub(crate) struct $type;

        impl Processor for $type {
            const NAME: &'static str = $name;
            const SUMMARY: &'static str = concat!("does ", $name);
            type Config = Settings;
            type Needs<'d> = $needs;
            type Provides = $provides;

            fn new(config: Settings) -> Result<Self, ConfigError> {
                if config.factor > 9 {
                    return Err(ConfigError::new("factor", "at most 9"));
                }
                Ok(Self)
            }

            fn process(
                &self,
                context: Context<'_>,
                needs: Self::Needs<'_>,
            ) -> Result<$provides, ProcessError> {
                let body: for<'d> fn(Context<'_>, $needs) -> Result<$provides, ProcessError> = $body;
                body(context, needs)
            }
        }
    )+};
}

processors! {
    // The pair writes two layers at once; the text decides how it fails.
    Pair "pair" (()) -> (Alpha, Beta), |context, ()| {
        let text = context.text().as_str();
        assert!(!text.contains("panic"), "could not take {text:?}");
        if text.contains("fail") {
            return Err(ProcessError::Failed("no luck".into()));
        }
        if text.contains("loop") {
            loop {
                context.budget().spend(1_000)?;
            }
        }
        Ok((Alpha(2), Beta(u64::from(text.contains("invalid")))))
    };
    NeedsBeta "needs-beta" (&'d Beta) -> Gamma, |_, beta| Ok(Gamma(beta.0 + 10));
    LikesBeta "likes-beta" (Option<&'d Beta>) -> Delta, |_, beta| {
        Ok(Delta(if beta.is_some() { 100 } else { 0 }))
    };
    BetaFromGamma "beta-from-gamma" (&'d Gamma) -> Beta, |_, gamma| Ok(Beta(gamma.0));
    OwnBeta "own-beta" (()) -> Beta, |_, ()| Ok(Beta(4));
    SelfMade "self-made" (Option<&'d Alpha>) -> Alpha, |_, _| Ok(Alpha(0));
}

/// Ranks documents by length: something no processor can know.
pub(crate) struct Ranker;

impl CorpusStage for Ranker {
    const NAME: &'static str = "ranker";
    const SUMMARY: &'static str = "ranks documents by length";
    type Config = Settings;
    type Needs<'d> = &'d Beta;
    type Digest = u32;
    type Model = Vec<Option<u32>>;
    type Output = Rank;

    fn new(_: Settings) -> Result<Self, ConfigError> {
        Ok(Self)
    }

    fn digest(&self, context: Context<'_>, _: &Beta) -> u32 {
        context.text().len()
    }

    fn reduce(&self, digests: Vec<Option<u32>>) -> Self::Model {
        digests
    }

    fn apply(&self, document: DocumentIndex, model: &Self::Model) -> Rank {
        let own = model[document.0].expect("a document without a digest");
        let longer = model.iter().flatten().filter(|other| **other > own);
        Rank(longer.count() as u64)
    }
}

/// The names of a plan's steps.
pub(crate) fn names(plan: &onrecord_runner::Plan) -> Vec<&'static str> {
    plan.names().collect()
}
