//! Whether the log is as it was written.

use std::fmt;

use sea_orm::{ConnectionTrait, DbErr};

use super::{chain, store};
use crate::entity::audit_chain;
use crate::entity::audit_chain::Scope;

/// What was looked at, and what is wrong with it.
#[derive(Debug, Default)]
pub struct Verified {
    /// How many chains there are.
    pub chains: usize,
    /// How many entries are in them.
    pub entries: u64,
    /// Where a chain breaks; at most one place each, because what follows cannot be judged.
    pub breaks: Vec<Break>,
}

/// Where a chain is not as it was written.
#[derive(Debug, PartialEq, Eq)]
pub struct Break {
    chain: String,
    number: i64,
    kind: BreakKind,
}

/// In what way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BreakKind {
    /// There is no entry with this number, and there was one.
    Missing,
    /// The entry, or the one before it, does not say what it said.
    Changed,
}

impl fmt::Display for Break {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let how = match self.kind {
            BreakKind::Missing => "is missing",
            BreakKind::Changed => "is not as it was written",
        };
        write!(f, "{}: entry {} {how}", self.chain, self.number)
    }
}

/// Reads every chain from its beginning to its end, and makes every hash anew.
///
/// Somebody who can write to the database can make all hashes of a chain anew too: keep what this prints, or a copy of
/// the ends of the chains, where they cannot.
pub async fn verify(db: &impl ConnectionTrait) -> Result<Verified, DbErr> {
    let mut verified = Verified::default();
    for end in store::ends(db).await? {
        verified.chains += 1;
        let (entries, broken) = follow(db, &end).await?;
        verified.entries += entries;
        verified.breaks.extend(broken.map(|(number, kind)| Break { chain: name(&end), number, kind }));
    }
    Ok(verified)
}

/// How many entries follow from each other, and where that stops before the end.
async fn follow(
    db: &impl ConnectionTrait,
    end: &audit_chain::Model,
) -> Result<(u64, Option<(i64, BreakKind)>), DbErr> {
    let (mut number, mut hash, mut entries) = (0, Vec::new(), 0);
    loop {
        let page = store::from(db, end.id, number).await?;
        if page.is_empty() {
            break;
        }
        for entry in page {
            number += 1;
            if entry.number != number {
                return Ok((entries, Some((number, BreakKind::Missing))));
            }
            if chain::hash(&hash, &entry) != entry.hash {
                return Ok((entries, Some((number, BreakKind::Changed))));
            }
            hash = entry.hash;
            entries += 1;
        }
    }
    let broken = match number {
        number if number < end.last_number => Some((number + 1, BreakKind::Missing)),
        number if number > end.last_number || hash != end.last_hash => Some((number, BreakKind::Changed)),
        _ => None,
    };
    Ok((entries, broken))
}

fn name(end: &audit_chain::Model) -> String {
    match end.scope {
        Scope::Platform => "the platform".to_owned(),
        Scope::Organisation => format!("organisation {}", end.subject_id),
        Scope::Partnership => format!("partnership {}", end.subject_id),
    }
}
