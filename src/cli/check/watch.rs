//! Checking again at every save.
//!
//! Files are looked at again and again rather than the system asked to tell: the drives that councils share plans on tell
//! nothing, and word processors save by putting a new file in the old one's place.

use std::io::{self, IsTerminal as _, Write};
use std::path::PathBuf;
use std::thread::sleep;
use std::time::{Duration, SystemTime};

use super::Args;
use crate::cli::Global;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::files::STDIN;
use crate::cli::screen;
use crate::cli::targets::may_be_written;

/// How long to wait between two looks.
const PAUSE: Duration = Duration::from_millis(300);

/// How a file was when it was looked at: its time and length; `None` while it is not there.
type Stamp = Option<(SystemTime, u64)>;

/// Checks, and checks again whenever a file changed; ends only when the user stops it or the output is closed.
pub(super) fn watch(args: &Args, global: &Global, out: &mut dyn Write) -> io::Result<Exit> {
    let mut output = args.output.clone();
    if files(args, global).iter().any(|path| path.as_os_str() == STDIN) {
        return Failure::unwatched().explain();
    }
    // What is there before the first round is somebody's; what is there later is of an earlier round.
    if let Err(failure) = may_be_written(&args.targets(), &[], output.over()) {
        return failure.explain();
    }
    let mut seen = stamps(args, global);
    loop {
        if io::stdout().is_terminal() {
            // Clears the screen, so that the newest result begins at the top.
            write!(out, "\x1b[2J\x1b[H")?;
            // What is said on standard error from here on is of this round.
            out.flush()?;
        }
        // Rules are read anew each time, since they may be what was changed.
        let exit = args.once(global, out, &output)?;
        output = output.again();
        out.flush()?;
        let done = if exit <= Exit::Problems { "checked" } else { "not checked" };
        screen::note(&format!("{done}; watching for changes, Ctrl-C ends"));
        seen = changed(args, global, &seen);
    }
}

/// Waits until something changed and has been left alone since, and returns how things stand then.
fn changed(args: &Args, global: &Global, seen: &[(PathBuf, Stamp)]) -> Vec<(PathBuf, Stamp)> {
    loop {
        sleep(PAUSE);
        let now = stamps(args, global);
        if now != seen {
            sleep(PAUSE);
            let settled = stamps(args, global);
            if settled == now {
                return settled;
            }
        }
    }
}

fn stamps(args: &Args, global: &Global) -> Vec<(PathBuf, Stamp)> {
    let stamp = |path: &PathBuf| {
        let about = std::fs::metadata(path).ok()?;
        Some((about.modified().ok()?, about.len()))
    };
    files(args, global).into_iter().map(|path| (path.clone(), stamp(&path))).collect()
}

/// Returns every file on which the result rests.
fn files(args: &Args, global: &Global) -> Vec<PathBuf> {
    // Where the settings cannot be read, what is waited for is that they can.
    let (args, global) = match args.under_settings(global) {
        Ok(settled) => settled,
        Err(_) => return global.config.path(args.statements.first().as_deref()).into_iter().collect(),
    };
    let statements = args.statements.named(&args.targets()).unwrap_or_default();
    let rules = global.rules.iter().flat_map(|folder| {
        let found = glob::glob(&format!("{}/**/*.toml", glob::Pattern::escape(&folder.to_string_lossy())));
        found.into_iter().flatten().filter_map(Result::ok)
    });
    statements.into_iter().flatten().chain(args.beside_files()).chain(rules).collect()
}
