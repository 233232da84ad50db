//! What a process leaves behind, should it end: the rows of the room's log and the message it died of.

use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use samenspel::boards::Kind;
use samenspel::realtime::Row;

/// A folder, or nothing.
#[derive(Debug)]
pub struct Evidence(Option<Folder>);

#[derive(Debug)]
struct Folder {
    path: PathBuf,
    log: File,
    message: File,
}

impl Evidence {
    /// Leaves nothing.
    pub fn none() -> Self {
        Self(None)
    }

    /// Leaves it in `folder`: `log`, a line of base64 for each row, and `message`.
    ///
    /// # Errors
    /// When nothing can be written there.
    pub fn into(folder: &Path) -> std::io::Result<Self> {
        std::fs::create_dir_all(folder)?;
        let file = |name| OpenOptions::new().create(true).write(true).truncate(true).open(folder.join(name));
        Ok(Self(Some(Folder { path: folder.to_owned(), log: file("log")?, message: file("message")? })))
    }

    /// A new room was opened, of this kind of board.
    pub fn begin(&mut self, board: &str, rows: &[Row]) {
        if let Some(folder) = &mut self.0
            && let Ok(Self(Some(fresh))) = Self::into(&folder.path)
        {
            *folder = fresh;
            let _ = writeln!(folder.log, "{board}");
        }
        self.after(rows);
    }

    /// This is about to be heard.
    pub fn before(&mut self, frame: &[u8]) {
        use std::os::unix::fs::FileExt as _;
        if let Some(folder) = &mut self.0 {
            // Its length stands before it, because cutting the file off each time takes longer than all else. What
            // cannot be written is missed only when the process ends.
            let mut message = (frame.len() as u64).to_be_bytes().to_vec();
            message.extend_from_slice(frame);
            let _ = folder.message.write_all_at(&message, 0);
        }
    }

    /// Something happened over it that must not.
    pub fn keep(&self, name: &str) {
        if let Some(folder) = &self.0 {
            let _ = keep(&folder.path, name);
        }
    }

    /// It was heard, and these rows came of it.
    pub fn after(&mut self, rows: &[Row]) {
        if let Some(folder) = &mut self.0 {
            for row in rows {
                let _ = writeln!(folder.log, "{} {}", row.author, STANDARD.encode(&row.payload));
            }
        }
    }
}

/// Sets what is left in `folder` apart, beside it and under `name`. Gives where it is.
///
/// # Errors
/// When it cannot be copied.
pub fn keep(folder: &Path, name: &str) -> std::io::Result<PathBuf> {
    let kept = folder.with_file_name(name);
    std::fs::create_dir_all(&kept)?;
    for file in ["log", "message"] {
        std::fs::copy(folder.join(file), kept.join(file))?;
    }
    Ok(kept)
}

/// Reads what was left: the kind of board, the rows of its log, and the message.
pub fn read(folder: &Path) -> Option<(Kind, Vec<Row>, Vec<u8>)> {
    let log = std::fs::read_to_string(folder.join("log")).ok()?;
    let mut lines = log.lines();
    let kind = Kind::from_id(lines.next()?)?;
    let row = |line: &str| {
        let (author, payload) = line.split_once(' ')?;
        Some(Row { author: author.parse().ok()?, payload: STANDARD.decode(payload).ok()?.into() })
    };
    let file = std::fs::read(folder.join("message")).ok()?;
    let (length, message) = file.split_first_chunk()?;
    let message = message.get(..usize::try_from(u64::from_be_bytes(*length)).ok()?)?;
    Some((kind, lines.map(row).collect::<Option<_>>()?, message.to_vec()))
}
