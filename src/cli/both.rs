//! Two things done at once.

/// Does two things at once, and gives the results of both.
pub(super) fn both<A, B: Send>(here: impl FnOnce() -> A, beside: impl FnOnce() -> B + Send) -> (A, B) {
    std::thread::scope(|scope| {
        let beside = scope.spawn(beside);
        let here = here();
        (here, beside.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })
}
