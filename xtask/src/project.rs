//! Where things lie: the project's folders and the folder of its tools.

use std::path::{Path, PathBuf};

use crate::failure::{Failure, Result};

/// The repository's root, from wherever the command was called.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// The finished bundle.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Pinned tools, kept outside the repository so that a fresh clone finds them again: `$STRIDEWELL_TOOLS`,
/// else `stridewell/tools` in `$XDG_CACHE_HOME` or `~/.cache`.
pub fn tools() -> Result<PathBuf> {
    let set = |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    set("STRIDEWELL_TOOLS")
        .or_else(|| set("XDG_CACHE_HOME").map(|cache| cache.join("stridewell/tools")))
        .or_else(|| std::env::home_dir().map(|home| home.join(".cache/stridewell/tools")))
        .ok_or_else(|| Failure::new("No folder for the tools: set STRIDEWELL_TOOLS to one."))
}
