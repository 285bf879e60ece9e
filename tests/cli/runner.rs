//! Runs the binary as a person does, away from whatever the machine that tests has set.

use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// What the system itself needs to start a program; everything else of the environment is taken away.
const KEPT: [&str; 2] = ["PATH", "SystemRoot"];

/// How a run of the binary ended.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// A command in the folder `place`, on a screen of 100 columns.
pub(crate) fn command(place: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wsoa"));
    command.env_clear().envs(KEPT.iter().filter_map(|name| Some((name, std::env::var_os(name)?))));
    command.env("NO_COLOR", "1").env("COLUMNS", "100");
    command.args(args).current_dir(place).stdin(Stdio::null());
    command
}

/// Runs a command to its end.
pub(crate) fn finish(command: &mut Command) -> Run {
    let output = command.output().unwrap();
    Run {
        code: output.status.code(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Runs the binary in the folder of the project.
pub(crate) fn wsoa(args: &[&str]) -> Run {
    finish(&mut command(Path::new(env!("CARGO_MANIFEST_DIR")), args))
}

/// A folder with files that a person works in; it goes when the test ends.
pub(crate) struct Desk(TempDir);

impl Desk {
    /// Makes an empty one.
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// Makes one that holds one file.
    pub(crate) fn with(name: &str, bytes: impl AsRef<[u8]>) -> Self {
        let desk = Self::new();
        desk.put(name, bytes);
        desk
    }

    /// Puts a file there, in a folder of its own where its name has one.
    pub(crate) fn put(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// Runs the binary there; `RULES` among the arguments stands for the small rules of these tests.
    pub(crate) fn wsoa(&self, args: &[&str]) -> Run {
        let rules = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/rules");
        let args: Vec<&str> = args.iter().map(|arg| if *arg == "RULES" { rules } else { arg }).collect();
        let run = finish(&mut command(self.path(), &args));
        Run { stdout: run.stdout.replace(rules, "RULES"), stderr: run.stderr.replace(rules, "RULES"), ..run }
    }
}
