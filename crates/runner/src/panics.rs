//! Panics as values, without noise on stderr.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

thread_local! {
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Runs `work` and turns a panic into its message.
///
/// The process-wide hook is wrapped once so that it stays silent about panics
/// in here, which are reported with their document; all others print as before.
pub(crate) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    static WRAP: Once = Once::new();
    WRAP.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !GUARDED.get() {
                before(info);
            }
        }));
    });
    let outer = GUARDED.replace(true);
    // Whatever the work has left half done is dropped with the document's layers.
    let result = panic::catch_unwind(AssertUnwindSafe(work));
    GUARDED.set(outer);
    result.map_err(|payload| {
        let text = payload.downcast_ref::<&str>().copied();
        let owned = || payload.downcast_ref::<String>().map(String::as_str);
        text.or_else(owned)
            .unwrap_or("panicked without a message")
            .to_owned()
    })
}
