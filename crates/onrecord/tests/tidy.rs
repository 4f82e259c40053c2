//! Rules of this repository that no compiler checks.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Which crates of the workspace a crate may depend on (contract, Names). A
/// crate that is not listed is a processor: it depends on [`PROCESSOR`] and on
/// no other processor, so that a new one needs no line here.
const ARROWS: &[(&str, &[&str])] = &[
    ("core", &[]),
    ("formats", &["core"]),
    ("linear", &[]),
    ("runner", &["core", "formats"]),
    ("snapshots", &["onrecord", "testkit"]),
    ("testkit", &["core", "runner", "text"]),
];

/// What a processor may depend on.
const PROCESSOR: &[&str] = &["core", "linear"];

/// Crates that may depend on every one but these.
const ABOVE_ALL: &[&str] = &["bench", "onrecord", "snapshots", "testkit", "train"];

/// Crates that every other may use in its tests: the test kit, and those below it.
const IN_TESTS: &[&str] = &["core", "runner", "testkit", "text"];

/// Packages from outside that only certain crates may use when they run.
const RESERVED: &[(&str, &[&str])] = &[("rayon", &["runner"]), ("clap", &["onrecord", "train"])];

/// Lines of code that the core may have.
const CORE_LINES: usize = 1_500;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    paths
}

fn name(path: &Path) -> &str {
    path.file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default()
}

/// Short name and folder of every package.
fn packages() -> Vec<(String, PathBuf)> {
    let folders = entries(&root().join("crates")).into_iter();
    let folders = folders.chain([root().join("snapshots")]);
    let folders = folders.filter(|path| path.join("Cargo.toml").is_file());
    folders.map(|path| (name(&path).to_owned(), path)).collect()
}

/// All files under a folder, but for build output and hidden folders.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for path in entries(&folder) {
            let name = name(&path);
            if !path.is_dir() {
                files.push(path);
            } else if name != "target" && (!name.starts_with('.') || name == ".ci") {
                folders.push(path);
            }
        }
    }
    files
}

/// The packages that a manifest names in sections whose heading ends in `kind`.
fn dependencies(manifest: &str, kind: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut inside = false;
    for line in manifest.lines().map(str::trim) {
        if let Some(heading) = line.strip_prefix('[') {
            let heading = heading.trim_end_matches(']');
            inside = heading == kind || heading.ends_with(&format!(".{kind}"));
            if let Some((section, package)) = heading.rsplit_once('.')
                && (section == kind || section.ends_with(&format!(".{kind}")))
            {
                found.insert(package.to_owned());
            }
        } else if inside && !line.is_empty() && !line.starts_with('#') {
            let end = line.find(['.', ' ', '=']).unwrap_or(line.len());
            found.extend(line.get(..end).map(str::to_owned));
        }
    }
    found
}

/// The short name of a package of this workspace.
fn short(package: &str) -> Option<&str> {
    match package {
        "onrecord" => Some(package),
        _ => package.strip_prefix("onrecord-"),
    }
}

fn assert_none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn crates_depend_only_on_what_the_contract_allows() {
    let mut faults = Vec::new();
    for (own, folder) in packages() {
        let manifest = read(&folder.join("Cargo.toml"));
        let allowed = |other: &str| match ARROWS.iter().find(|(name, _)| *name == own) {
            Some((_, allowed)) => allowed.contains(&other),
            None if own == "onrecord" => !ABOVE_ALL.contains(&other),
            None if ABOVE_ALL.contains(&own.as_str()) => true,
            None => PROCESSOR.contains(&other),
        };
        let mut running = dependencies(&manifest, "dependencies");
        running.extend(dependencies(&manifest, "build-dependencies"));
        for package in &running {
            let foreign = short(package).is_some_and(|other| !allowed(other));
            let reserved = RESERVED
                .iter()
                .any(|(reserved, users)| reserved == package && !users.contains(&own.as_str()));
            if foreign || reserved {
                faults.push(format!("{own} may not depend on {package}"));
            }
        }
        for package in dependencies(&manifest, "dev-dependencies") {
            let other = short(&package);
            if other.is_some_and(|other| !allowed(other) && !IN_TESTS.contains(&other)) {
                faults.push(format!("{own} may not depend on {package}, even in tests"));
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn the_core_is_small_and_stands_on_serde_alone() {
    let folder = root().join("crates/core");
    let manifest = read(&folder.join("Cargo.toml"));
    let allowed = ["serde", "serde_json"].map(str::to_owned);
    assert_eq!(
        dependencies(&manifest, "dependencies"),
        BTreeSet::from(allowed)
    );
    let code = |path: &PathBuf| -> usize {
        let source = read(path);
        let lines = source.lines().map(str::trim);
        lines
            .filter(|line| !line.is_empty() && !line.starts_with("//"))
            .count()
    };
    let lines: usize = files(&folder.join("src")).iter().map(code).sum();
    assert!(lines < CORE_LINES, "the core has {lines} lines of code");
}

#[test]
fn every_package_takes_the_lints_of_the_workspace() {
    let mut faults = Vec::new();
    for (_, folder) in packages() {
        let manifest = folder.join("Cargo.toml");
        if !read(&manifest).contains("\n[lints]\nworkspace = true\n") {
            faults.push(format!(
                "{}: no [lints] workspace = true",
                manifest.display()
            ));
        }
    }
    assert_none(&faults);
}

#[test]
fn every_package_is_named_after_its_folder() {
    for (own, folder) in packages() {
        let manifest = read(&folder.join("Cargo.toml"));
        let package = if own == "onrecord" {
            own
        } else {
            format!("onrecord-{own}")
        };
        let line = format!("name = \"{package}\"");
        assert!(
            manifest.lines().any(|found| found == line),
            "{}",
            folder.display()
        );
    }
}

#[test]
fn every_crate_says_what_it_is() {
    let mut faults = Vec::new();
    for (_, folder) in packages() {
        for root in ["src/lib.rs", "src/main.rs"] {
            let path = folder.join(root);
            if path.is_file() && !read(&path).starts_with("//! ") {
                faults.push(format!("{}: no crate documentation", path.display()));
            }
        }
    }
    assert_none(&faults);
}

/// The `NAME`s of the processors and stages that a source file implements
/// outside its tests and comments.
fn implemented(source: &str) -> Vec<String> {
    let code = source
        .split("#[cfg(test)]\nmod tests {")
        .next()
        .unwrap_or_default();
    let code: Vec<&str> = code
        .lines()
        .filter(|line| !line.trim().starts_with("//"))
        .collect();
    let code = code.join("\n");
    let mut names = Vec::new();
    for kind in ["Processor for ", "CorpusStage for "] {
        for body in code.split(kind).skip(1) {
            let value = body.split("const NAME: &'static str = \"").nth(1);
            let value = value.and_then(|value| value.split('"').next());
            names.extend(value.map(str::to_owned));
        }
    }
    names
}

#[test]
fn every_processor_is_in_the_standard_list() {
    let mut written = BTreeSet::new();
    for (_, folder) in packages() {
        let sources = files(&folder).into_iter();
        let sources = sources.filter(|path| path.starts_with(folder.join("src")));
        for path in sources.filter(|path| path.extension().is_some_and(|ending| ending == "rs")) {
            written.extend(implemented(&read(&path)));
        }
    }
    let registry = onrecord::standard();
    let listed = registry
        .entries()
        .iter()
        .map(|entry| entry.name().to_owned());
    assert_eq!(written, listed.collect::<BTreeSet<String>>());
}

#[test]
fn the_readme_has_the_table_of_processors() {
    let listed = std::process::Command::new(env!("CARGO_BIN_EXE_onrecord"))
        .args(["list", "--markdown"])
        .output()
        .expect("onrecord runs");
    assert!(listed.status.success());
    let table = String::from_utf8(listed.stdout).expect("UTF-8");
    let readme = read(&root().join("README.md"));
    assert!(
        readme.contains(table.trim()),
        "README.md lacks what `onrecord list --markdown` prints:\n{table}"
    );
}

/// The article that the README shows a part of.
const SHOWN: &str = "seeds/002_f7a648d19ff470b5.txt";

#[test]
fn the_readme_shows_what_is_really_printed() {
    let printed = std::process::Command::new(env!("CARGO_BIN_EXE_onrecord"))
        .args(["run", "--to", "text", "--quiet", SHOWN])
        .current_dir(root())
        .output()
        .expect("onrecord runs");
    let printed = String::from_utf8(printed.stdout).expect("UTF-8");
    let printed: BTreeSet<&str> = printed.lines().collect();
    let readme = read(&root().join("README.md"));
    let part = readme
        .split("```text\n")
        .nth(1)
        .and_then(|rest| rest.split("\n```").next());
    let part = part.expect("README.md shows some output");
    let foreign: Vec<String> = part
        .lines()
        .filter(|line| line.trim() != "[...]" && !printed.contains(line))
        .map(str::to_owned)
        .collect();
    assert!(part.lines().count() > 20);
    assert_none(&foreign);
}

#[test]
fn the_readme_shows_the_example_that_is_tested() {
    let example = read(&root().join("crates/onrecord/examples/custom_processor.rs"));
    let readme = read(&root().join("README.md"));
    assert!(
        readme.contains(example.trim()),
        "README.md lacks crates/onrecord/examples/custom_processor.rs as it is"
    );
}

#[test]
fn nothing_is_left_to_do() {
    let marks = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("dbg", "!"),
    ];
    let mut faults = Vec::new();
    for path in files(&root()) {
        let Ok(source) = fs::read_to_string(&path) else {
            continue;
        };
        for (index, line) in source.lines().enumerate() {
            if marks.iter().any(|mark| line.contains(mark)) {
                faults.push(format!("{}:{}: {line}", path.display(), index + 1));
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn manifests_and_sources_are_understood() {
    let manifest = "[package]\nname = \"x\"\n\n[dependencies]\n# none\nserde.workspace = true\n\n[dependencies.rayon]\nversion = \"1\"\n\n[dev-dependencies]\ninsta = \"1\"\n";
    let found: Vec<String> = dependencies(manifest, "dependencies").into_iter().collect();
    assert_eq!(found, ["rayon", "serde"]);
    let source = "impl Processor for A {\n    const NAME: &'static str = \"a\";\n}\n// impl Processor for B {\n#[cfg(test)]\nmod tests {\n    impl Processor for C {\n        const NAME: &'static str = \"c\";\n    }\n}\n";
    assert_eq!(implemented(source), ["a"]);
}
