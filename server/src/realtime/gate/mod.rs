//! The gate: what every message goes through before `yrs` sees a byte of it.
//!
//! `yrs` reads a message by trusting it: a count makes it reserve memory, a nested value makes it recurse until the
//! stack ends the process, a crafted reference makes it tie lists together that have nothing to do with each other. And
//! what it takes, every browser at the board gets. So an update is looked at here first, twice:
//!
//! - [`outline`]: every byte is what it must be. Counts fit into what is left, clocks into their bits, values are not
//!   nested deeper than 64, JSON is JSON, and nothing follows the end.
//! - [`walk`]: every block that is new hangs on something known, belongs to whoever sent it, and may stand where it does
//!   by the board's vocabulary.
//!
//! Between the two it is seen that it makes no more [`work`] than a page would.
//!
//! A block mostly does not say where it stands but beside what; so the gate keeps an index of where everything stands
//! ([`places`]), made when a document is loaded, and grown with every update that is applied. What is in the log already
//! is indexed and not judged: a vocabulary may grow stricter, and a board must load.
//!
//! Read further in [`reader`] (lib0's numbers), [`blocks`] (one block of an update), [`values`] and [`marks`] (values
//! that are no text), [`vocabulary`] and [`declaration`] (what may stand where, and how that is written down), and
//! [`refusal`] (what the sender is told).

mod blocks;
mod declaration;
mod marks;
mod outline;
mod places;
mod portions;
mod reader;
mod refusal;
#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod tests;
mod values;
mod vocabulary;
mod walk;
mod work;

use bytes::Bytes;
use uuid::Uuid;

use self::outline::Outline;
use self::places::{Places, Run};
use self::walk::Walk;

pub use self::declaration::{BadDeclaration, Declaration};
pub(crate) use self::reader::{Malformed, Reader};
pub(crate) use self::refusal::Refusal;
pub(crate) use self::values::check_json;
pub use self::vocabulary::{RootType, Vocabulary};

/// The gate of one document.
#[derive(Debug)]
pub(crate) struct Gate {
    vocabulary: &'static Vocabulary,
    places: Places,
}

/// On what terms an update comes in.
pub(crate) enum Terms<'t> {
    /// It is in the log.
    Trusted,
    /// Somebody sent it.
    Author {
        account: Uuid,
        /// Which account is present under a client id.
        present: &'t dyn Fn(u64) -> Option<Uuid>,
    },
}

/// What the gate has against an update.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Objection {
    /// It hangs on something that the document does not have.
    Hangs,
    Refused(Refusal),
}

/// An update that may be applied: clients, where what they wrote stands, and which clock comes next.
#[derive(Debug)]
pub(crate) struct Passed(Vec<(u64, Vec<Run>, u32)>);

impl Gate {
    /// The gate of an empty document.
    pub(crate) fn new(vocabulary: &'static Vocabulary) -> Self {
        Self { vocabulary, places: Places::default() }
    }

    /// Looks at an update; nothing changes. `is_collected` says whether the document keeps nothing any more of what a
    /// client wrote at a clock.
    pub(crate) fn check(
        &self,
        update: &[u8],
        terms: &Terms<'_>,
        is_collected: &dyn Fn(u64, u32) -> bool,
    ) -> Result<Passed, Objection> {
        let outline = Outline::of(update)?;
        Walk::through(self, terms, is_collected, update, &outline)
    }

    /// Notes what an update brought that was applied.
    pub(crate) fn note(&mut self, author: Uuid, passed: Passed) {
        for (client, runs, end) in passed.0 {
            self.places.extend(client, author, runs, end);
        }
    }

    /// What to apply one after the other instead of an update that passed, when that is less work.
    pub(crate) fn portions(&self, update: &[u8]) -> Option<Vec<Bytes>> {
        let outline = Outline::of(update).ok()?;
        portions::of(update, &outline, &self.places).ok()?
    }

    /// Whether an update is well formed and inserts nothing that the document does not have.
    pub(crate) fn inserts_nothing(&self, update: &[u8]) -> bool {
        Outline::of(update).is_ok_and(|outline| {
            outline.sections.iter().all(|section| section.end <= self.places.end(section.client))
        })
    }

    /// Gives client ids to the accounts that first wrote under them.
    pub(crate) fn give(&mut self, owners: &[(u64, Uuid)]) {
        for (client, owner) in owners {
            self.places.give(*client, *owner);
        }
    }

    /// Which account every client id belongs to.
    pub(crate) fn owners(&self) -> Vec<(u64, Uuid)> {
        self.places.owners().collect()
    }

    /// Whether `update` will pass when it is loaded from the log.
    pub(crate) fn can_read(update: &[u8]) -> bool {
        Outline::of(update).is_ok()
    }

    /// Whether `client` has written anything.
    pub(crate) fn knows(&self, client: u64) -> bool {
        self.places.writer(client).is_some()
    }
}

impl From<Refusal> for Objection {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Malformed> for Objection {
    fn from(malformed: Malformed) -> Self {
        Self::Refused(Refusal::from(malformed))
    }
}
