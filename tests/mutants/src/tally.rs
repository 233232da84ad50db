//! What became of the mutants.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::messages::Kind;

/// What became of some mutants.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Tally {
    /// How many there were.
    pub mutants: u64,
    /// How many of them were left honest.
    pub honest: u64,
    /// Updates that changed the document.
    pub changed: u64,
    /// Updates that said nothing new.
    pub echoes: u64,
    /// Updates that hang on something the room does not have.
    pub hanging: u64,
    /// Questions, presence, and what is ignored.
    pub heard: u64,
    /// Whose sender was sent away.
    pub refused: u64,
    /// Why.
    pub reasons: BTreeMap<String, u64>,
    /// The longest that one message took, in microseconds.
    pub worst_micros: u64,
    /// The most memory that a refused message took beyond what is allowed to any, in times its size.
    pub worst_memory: f64,
    /// What must not happen.
    pub finds: Vec<Find>,
}

/// Something that must not happen, and how to see it again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Find {
    /// What happened.
    pub harm: Harm,
    /// Details.
    pub detail: String,
    /// The kind of message.
    pub kind: Kind,
    /// Which episode of which seed.
    pub seed: u64,
    /// The episode.
    pub episode: u64,
    /// The how manieth message of it.
    pub mutant: u64,
}

/// What must not happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Harm {
    /// The process ended.
    Abort,
    /// One message took longer than allowed.
    Hang,
    /// An update was taken after which the room cannot be loaded again as it is.
    Poisoning,
    /// An update got as far as the document and spoiled it, so that it had to be loaded anew.
    Reload,
    /// A refused message took more memory than it may.
    Memory,
    /// A message that was not taken changed something for somebody else.
    Leak,
    /// An honest message was not taken.
    HonestRefused,
}

impl Harm {
    /// Each of them, in the plural.
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::Abort, "aborts"),
        (Self::Hang, "hangs"),
        (Self::Poisoning, "poisonings"),
        (Self::Reload, "reloads"),
        (Self::Memory, "memory"),
        (Self::Leak, "leaks"),
        (Self::HonestRefused, "honest refused"),
    ];
}

/// No more of one harm are kept by one process; they are all alike by then.
const MOST_FINDS: usize = 50;

impl Tally {
    /// Adds what became of others.
    pub fn add(&mut self, other: Self) {
        self.mutants += other.mutants;
        self.honest += other.honest;
        self.changed += other.changed;
        self.echoes += other.echoes;
        self.hanging += other.hanging;
        self.heard += other.heard;
        self.refused += other.refused;
        for (reason, times) in other.reasons {
            *self.reasons.entry(reason).or_default() += times;
        }
        self.worst_micros = self.worst_micros.max(other.worst_micros);
        self.worst_memory = self.worst_memory.max(other.worst_memory);
        self.finds.extend(other.finds);
    }

    /// Notes something that must not happen.
    pub fn find(&mut self, find: Find) {
        if self.finds.iter().filter(|known| known.harm == find.harm).count() < MOST_FINDS {
            self.finds.push(find);
        }
    }

    /// How often something happened that must not.
    pub fn harms(&self, harm: Harm) -> usize {
        self.finds.iter().filter(|find| find.harm == harm).count()
    }

    /// One line of figures.
    pub fn line(&self, kind: Kind) -> String {
        let harms = Harm::ALL.map(|(harm, name)| format!("{} {name}", self.harms(harm))).join(", ");
        format!(
            "{} mutants of {}: {} changed something, {} echoes, {} hanging, {} heard, {} refused; worst {:.1} ms, {:.1} x the size; {harms}",
            self.mutants,
            kind.name(),
            self.changed,
            self.echoes,
            self.hanging,
            self.heard,
            self.refused,
            self.worst_micros as f64 / 1000.0,
            self.worst_memory,
        )
    }
}
