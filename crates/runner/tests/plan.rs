//! What the planner pulls in, and what it refuses before a document is read.

mod mocks;

use mocks::{BetaFromGamma, LikesBeta, NeedsBeta, OwnBeta, Pair, Ranker, SelfMade, names};
use onrecord_core::{ConfigError, Context, ProcessError, Processor};
use onrecord_runner::{Config, Goals, Plan, PlanError, Registry};

fn plan(registry: &Registry, goals: &Goals) -> Result<Plan, PlanError> {
    Plan::new(registry, goals, &Config::default())
}

/// Plans with a configuration that should be refused.
fn refused(json: &str) -> String {
    let mut registry = Registry::new();
    registry.add::<Pair>().add::<NeedsBeta>();
    let goals = Goals::only(["needs-beta"]);
    let result = Config::parse(json)
        .map_err(PlanError::from)
        .and_then(|config| Plan::new(&registry, &goals, &config));
    result.err().expect("refused").to_string()
}

fn standard() -> Registry {
    let mut registry = Registry::new();
    registry.add::<NeedsBeta>().add::<LikesBeta>().add::<Pair>();
    registry
}

#[test]
fn providers_run_before_those_who_need_them() {
    let plan = plan(&standard(), &Goals::all()).unwrap();
    assert_eq!(names(&plan), ["pair", "needs-beta", "likes-beta"]);
    assert_eq!(plan.wanted(), None);
}

#[test]
fn a_goal_pulls_in_what_it_needs_and_no_more() {
    let plan = plan(&standard(), &Goals::only(["gamma"])).unwrap();
    assert_eq!(names(&plan), ["pair", "needs-beta"]);
    assert!(plan.wanted().unwrap().iter().eq(["gamma"]));
}

#[test]
fn a_processors_name_stands_for_all_its_layers() {
    let plan = plan(&standard(), &Goals::only(["pair"])).unwrap();
    assert_eq!(names(&plan), ["pair"]);
    assert!(plan.wanted().unwrap().iter().eq(["alpha", "beta"]));
}

#[test]
fn what_is_optional_is_made_if_somebody_can() {
    let goals = Goals::only(["delta"]);
    assert_eq!(
        names(&plan(&standard(), &goals).unwrap()),
        ["pair", "likes-beta"]
    );
    let mut alone = Registry::new();
    alone.add::<LikesBeta>();
    assert_eq!(names(&plan(&alone, &goals).unwrap()), ["likes-beta"]);
}

#[test]
fn a_given_layer_switches_its_provider_off() {
    let goals = Goals::only(["gamma"]).given("beta");
    assert_eq!(names(&plan(&standard(), &goals).unwrap()), ["needs-beta"]);
    let goals = Goals::all().given("alpha").given("beta");
    assert_eq!(
        names(&plan(&standard(), &goals).unwrap()),
        ["needs-beta", "likes-beta"]
    );
}

#[test]
fn a_given_layer_has_no_second_writer() {
    let error = plan(&standard(), &Goals::all().given("alpha"))
        .err()
        .unwrap();
    assert_eq!(
        error.to_string(),
        r#"both the input and pair provide the layer "alpha""#
    );
}

#[test]
fn unknown_goals_are_named_with_what_there_is() {
    let error = plan(&standard(), &Goals::only(["gama"])).err().unwrap();
    assert_eq!(
        error.to_string(),
        r#"there is no processor and no layer "gama"; processors: needs-beta, likes-beta, pair; layers: gamma, delta, alpha, beta"#
    );
}

#[test]
fn a_missing_provider_is_named_with_who_wants_it() {
    let mut registry = Registry::new();
    registry.add::<NeedsBeta>();
    let error = plan(&registry, &Goals::all()).err().unwrap();
    assert_eq!(
        error.to_string(),
        r#""needs-beta" needs the layer "beta", which nothing provides; layers there are: gamma, given"#
    );
}

#[test]
fn a_cycle_is_printed() {
    let mut registry = Registry::new();
    registry.add::<NeedsBeta>().add::<BetaFromGamma>();
    let error = plan(&registry, &Goals::all()).err().unwrap();
    assert_eq!(
        error.to_string(),
        "a cycle: needs-beta needs beta-from-gamma needs needs-beta"
    );
    let mut registry = Registry::new();
    registry.add::<SelfMade>();
    let error = plan(&registry, &Goals::all()).err().unwrap();
    assert_eq!(error.to_string(), "a cycle: self-made needs self-made");
}

#[test]
fn a_layer_has_one_writer() {
    let mut registry = Registry::new();
    registry.add::<Pair>().add::<OwnBeta>();
    // Also if the goal has nothing to do with it.
    let error = plan(&registry, &Goals::only(["alpha"])).err().unwrap();
    assert_eq!(
        error.to_string(),
        r#"both pair and own-beta provide the layer "beta""#
    );
}

#[test]
fn a_name_is_taken_once() {
    let mut registry = Registry::new();
    registry.add::<Pair>().add::<Pair>();
    let error = plan(&registry, &Goals::all()).err().unwrap();
    assert_eq!(error.to_string(), r#"two processors are called "pair""#);
}

#[test]
fn a_replacement_takes_the_place_of_all_writers_of_its_layers() {
    let mut registry = standard();
    registry.replace::<OwnBeta>();
    let plan = plan(&registry, &Goals::all()).unwrap();
    assert_eq!(names(&plan), ["own-beta", "needs-beta", "likes-beta"]);
}

#[test]
fn a_replacement_for_nothing_is_a_mistake() {
    let mut registry = Registry::new();
    registry.replace::<Pair>();
    let error = plan(&registry, &Goals::all()).err().unwrap();
    assert_eq!(
        error.to_string(),
        r#"there is nothing that "pair" could replace"#
    );
}

#[test]
fn nobody_can_need_what_a_stage_makes() {
    struct NeedsRank;
    impl Processor for NeedsRank {
        const NAME: &'static str = "needs-rank";
        const SUMMARY: &'static str = "comes too early";
        type Config = mocks::Settings;
        type Needs<'d> = &'d mocks::Rank;
        type Provides = mocks::Gamma;
        fn new(_: Self::Config) -> Result<Self, ConfigError> {
            Ok(Self)
        }
        fn process(
            &self,
            _: Context<'_>,
            rank: &mocks::Rank,
        ) -> Result<mocks::Gamma, ProcessError> {
            Ok(mocks::Gamma(rank.0))
        }
    }
    let mut registry = Registry::new();
    registry.add::<OwnBeta>().add_stage::<Ranker>();
    assert_eq!(
        names(&plan(&registry, &Goals::only(["rank"])).unwrap()),
        ["own-beta", "ranker"]
    );
    registry.add::<NeedsRank>();
    let error = plan(&registry, &Goals::all()).err().unwrap();
    assert!(matches!(error, PlanError::NoProvider { .. }), "{error}");
}

#[test]
fn bad_settings_are_refused_by_path() {
    for (json, expected) in [
        (
            r#"{"pear": {}}"#,
            "configuration: pear: no such processor; there are pair, needs-beta",
        ),
        (
            r#"{"pair": {"inner": {"wodrs": 1}}}"#,
            "configuration: pair.inner.wodrs: unknown field `wodrs`, expected `words`",
        ),
        (
            r#"{"pair": {"factor": "two"}}"#,
            "configuration: pair.factor: invalid type: string \"two\", expected u32",
        ),
        (
            r#"{"pair": 3}"#,
            "configuration: pair: invalid type: integer `3`, expected struct Settings",
        ),
        (
            r#"{"needs-beta": {"factor": 10}}"#,
            "configuration: needs-beta.factor: at most 9",
        ),
        (
            "[]",
            "configuration: no JSON object: invalid type: sequence, expected a map at line 1 column 0",
        ),
    ] {
        assert_eq!(refused(json), expected, "{json}");
    }
}

#[test]
fn settings_of_processors_that_do_not_run_are_checked_too() {
    let mut registry = standard();
    registry.add_stage::<Ranker>();
    let config = Config::parse(r#"{"ranker": {"x": 1}}"#).unwrap();
    let error = Plan::new(&registry, &Goals::only(["alpha"]), &config)
        .err()
        .unwrap();
    assert!(error.to_string().contains("ranker.x"), "{error}");
}

#[test]
fn the_default_configuration_is_one_that_is_taken() {
    let registry = standard();
    let json = registry.default_config().unwrap();
    assert_eq!(
        json,
        r#"{"needs-beta":{"factor":0,"inner":{"words":0}},"likes-beta":{"factor":0,"inner":{"words":0}},"pair":{"factor":0,"inner":{"words":0}}}"#
    );
    let config = Config::parse(&json).unwrap();
    assert!(Plan::new(&registry, &Goals::all(), &config).is_ok());
}
