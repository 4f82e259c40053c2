//! Runs the binary in a folder of invented files.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// An article with a headline, a person, and a quotation that ends it.
pub(crate) const ARTICLE: &str = "\
River rises in Northbridge

Residents of Northbridge were told to leave their homes on Monday after the river rose.

“We have never seen water like this,” said Ada Brook, the town’s mayor. “Nobody was hurt.”

She said that the bridge would stay closed until Friday.
";

/// A folder to run in, gone with the value.
pub(crate) struct Folder(tempfile::TempDir);

/// How a run ended.
#[derive(Debug, PartialEq)]
pub(crate) struct Ended {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Folder {
    pub(crate) fn new(files: &[(&str, &[u8])]) -> Self {
        let folder = Self(tempfile::tempdir().expect("a temporary folder"));
        for (name, bytes) in files {
            let path = folder.path(name);
            fs::create_dir_all(path.parent().expect("inside")).expect("created");
            fs::write(path, bytes).expect("written");
        }
        folder
    }

    /// With one article, `a.txt`.
    pub(crate) fn with_article() -> Self {
        Self::new(&[("a.txt", ARTICLE.as_bytes())])
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("a file of text")
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_onrecord"));
        command.current_dir(self.0.path()).args(arguments);
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ended {
        ended(self.command(arguments).output().expect("it starts"))
    }

    pub(crate) fn run_with_input(&self, arguments: &[&str], input: &[u8]) -> Ended {
        let mut child = self
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut stdin = child.stdin.take().expect("piped");
        stdin.write_all(input).expect("it reads");
        drop(stdin);
        ended(child.wait_with_output().expect("it ends"))
    }
}

pub(crate) fn ended(output: Output) -> Ended {
    Ended {
        code: output.status.code().expect("not killed"),
        stdout: String::from_utf8(output.stdout).expect("UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

impl Ended {
    /// The objects on stdout.
    pub(crate) fn objects(&self) -> Vec<Value> {
        let lines = self.stdout.lines();
        lines
            .map(|line| serde_json::from_str(line).expect("one object a line"))
            .collect()
    }

    /// The ids on stdout.
    pub(crate) fn ids(&self) -> Vec<String> {
        let objects = self.objects();
        let ids = objects.iter().map(|object| object["id"].as_str());
        ids.map(|id| id.expect("an id").to_owned()).collect()
    }
}
