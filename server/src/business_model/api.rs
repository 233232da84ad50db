//! What goes over the line about the business model.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::content::FrozenCanvas;
use crate::ledger::{FrozenLedger, LedgerChecks, LedgerYear};
use crate::versions::VersionSummary;

/// A version with what it consists of.
#[derive(Serialize, ToSchema)]
#[schema(as = BusinessModelVersion)]
pub(super) struct Version {
    #[serde(flatten)]
    pub(super) summary: VersionSummary,
    pub(super) canvas: FrozenCanvas,
    /// What it costs and brings; null for observers.
    #[schema(required)]
    pub(super) costs: Option<FrozenCosts>,
}

/// What would be put before the partners at this moment.
#[derive(Serialize, ToSchema)]
#[schema(as = BusinessModelDraft)]
pub(super) struct ModelDraft {
    /// That of all of it: name it to put it before them. Null while no card says something.
    #[schema(required)]
    pub(super) hash: Option<String>,
    /// Null while no card says something.
    #[schema(required)]
    pub(super) canvas: Option<FrozenCanvas>,
    /// What it costs and brings, of the lines that all partners see; null for observers, and while no card says something.
    #[schema(required)]
    pub(super) costs: Option<FrozenCosts>,
}

/// What it costs and brings, as it was.
#[derive(Serialize, ToSchema)]
pub(super) struct FrozenCosts {
    #[serde(flatten)]
    pub(super) ledger: FrozenLedger,
    /// Five years, summed from these lines.
    pub(super) years: Vec<LedgerYear>,
}

/// Which state is put before the partners.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = BusinessModelProposal)]
pub(super) struct Proposal {
    /// That of the draft that was read: what has another hash by now is not put before them.
    pub(super) hash: String,
}

/// What is there of the business model, and what is missing.
#[derive(Serialize, ToSchema)]
pub(super) struct Completeness {
    /// The canvas that counts.
    pub(super) board_id: Uuid,
    /// All nine, in the order in which they are read.
    pub(super) blocks: Vec<BlockFilled>,
    /// Partners that no card of it is about.
    pub(super) partners_without_card: Vec<Uuid>,
    /// What there is to talk about in costs and benefits, as far as you see; null for observers.
    #[schema(required)]
    pub(super) ledger: Option<LedgerChecks>,
}

/// How much a block says.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(super) struct BlockFilled {
    pub(super) block: &'static str,
    /// How many cards say something; an empty block is one to talk about.
    pub(super) cards: usize,
}
