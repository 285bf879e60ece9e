//! Runs the binary over one file and tells what it gave, how long it took and how much memory.

use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

/// What a run gave and cost.
#[derive(Debug)]
pub(crate) struct Run {
    /// `None` when it was ended by a signal, or by us for taking too long.
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    /// Time on all processors together; 0 where the system does not tell.
    pub(crate) seconds: f64,
    /// The most memory it held; 0 where the system does not tell.
    pub(crate) mebibytes: u64,
}

/// After this a run is ended: it hangs.
const PATIENCE: Duration = Duration::from_secs(90);

/// Returns the binary to run instead of the one under test: a release build, to measure what its users see.
pub(crate) fn binary() -> Option<String> {
    std::env::var("HOSTILE_BINARY").ok()
}

/// Runs `wsoa check FILE` in the folder `place`, with a fixed inspection and day, and `more` arguments.
pub(crate) fn check(place: &Path, file: &str, more: &[&str]) -> Run {
    let mut command = Command::new(binary().as_deref().unwrap_or(env!("CARGO_BIN_EXE_wsoa")));
    command.args(["check", file, "--pack", "jtai-central-bedfordshire-2016", "--as-of", "2016-08-09"]);
    command.args(["--format", "json"]).args(more).current_dir(place);
    command.env("NO_COLOR", "1").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    watch(command.spawn().unwrap())
}

/// Waits for a process, looking every few milliseconds at what it has cost so far.
fn watch(mut child: Child) -> Run {
    let (mut out, mut err) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
    let reader = std::thread::spawn(move || {
        let mut text = Vec::new();
        let _ = out.read_to_end(&mut text);
        String::from_utf8_lossy(&text).into_owned()
    });
    let errors = std::thread::spawn(move || {
        let mut text = Vec::new();
        let _ = err.read_to_end(&mut text);
        String::from_utf8_lossy(&text).into_owned()
    });
    let process = format!("/proc/{}", child.id());
    let (mut seconds, mut mebibytes) = (0.0, 0);
    let start = Instant::now();
    let code = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status.code();
        }
        if start.elapsed() > PATIENCE {
            child.kill().unwrap();
            child.wait().unwrap();
            break None;
        }
        // Neither ever falls, so the last look tells all but the last milliseconds.
        seconds = processor_seconds(&process).unwrap_or(seconds);
        mebibytes = peak_mebibytes(&process).unwrap_or(mebibytes);
        std::thread::sleep(Duration::from_millis(2));
    };
    Run { code, stdout: reader.join().unwrap(), stderr: errors.join().unwrap(), seconds, mebibytes }
}

fn processor_seconds(process: &str) -> Option<f64> {
    let stat = fs::read_to_string(format!("{process}/stat")).ok()?;
    // Behind the name, which may hold blanks: in hundredths of a second, by the program itself and for it by the system.
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |at: usize| fields.get(at)?.parse::<f64>().ok();
    Some((ticks(11)? + ticks(12)?) / 100.0)
}

fn peak_mebibytes(process: &str) -> Option<u64> {
    let status = fs::read_to_string(format!("{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse::<u64>().ok().map(|kibibytes| kibibytes / 1024)
}

impl Run {
    /// Returns what a person is told, in one line: the error, or what sort of report it is.
    pub(crate) fn gives(&self) -> String {
        match self.code {
            Some(3) => self.stderr.lines().next().unwrap_or_default().to_owned(),
            Some(0 | 1) => told_of(&self.json()),
            code => panic!("exit code {code:?}: {}", self.stderr),
        }
    }

    /// Returns the report.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {}", self.stderr))
    }

    /// Returns the verdicts of the report.
    pub(crate) fn verdicts(&self) -> Vec<String> {
        let report = self.json();
        let items = report["items"].as_array().unwrap();
        items.iter().map(|item| item["verdict"].as_str().unwrap().to_owned()).collect()
    }

    /// Returns what was not read.
    pub(crate) fn unread(&self) -> Vec<String> {
        let report = self.json();
        let unread = report["statement"]["unread"].as_array().unwrap();
        unread.iter().map(|entry| entry["what"].as_str().unwrap().to_owned()).collect()
    }
}

fn told_of(report: &Value) -> String {
    let actions = match report["actions"].as_array().unwrap().len() {
        1 => "1 action".to_owned(),
        count => format!("{count} actions"),
    };
    let unread = report["statement"]["unread"].as_array().unwrap();
    match unread.first() {
        None => format!("a report: all is read, {actions}"),
        Some(first) => {
            let more =
                if unread.len() > 1 { format!(", and {} more", unread.len() - 1) } else { String::new() };
            format!(
                "a report that says it could not tell: {actions}; {}{more}",
                first["what"].as_str().unwrap()
            )
        }
    }
}
