//! What a report shows. It is kept as it is here, and never made again.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::scans::method::{Cell, Class, Verdict};

/// What came out of a round.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = ReportContent)]
pub(crate) struct Content {
    pub(crate) response: ResponseShown,
    /// Whether enough people of enough partners answered for anything to be shown. Otherwise there are no items, words
    /// and comparisons.
    pub(crate) enough: bool,
    /// What was asked about, in the order of the instrument: a factor in a scan, a statement in a pulse.
    pub(crate) items: Vec<Item>,
    /// Whether many answered (nearly) the same to everything. A hint at routine; nothing was left out because of it.
    pub(crate) routine: bool,
    /// What was written to the open question, in no order and of no partner.
    pub(crate) words: Vec<String>,
    /// How it stands beside earlier rounds, the latest first.
    pub(crate) comparisons: Vec<Comparison>,
}

/// How many answered. Shares are in percent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ReportResponse)]
pub(crate) struct ResponseShown {
    pub(crate) invited: usize,
    pub(crate) sent: usize,
    pub(crate) share: u8,
    /// The same with every partner counting the same.
    pub(crate) balanced: u8,
    /// Of how many of the partners, as far as they can be shown apart, anybody answered.
    pub(crate) coverage: u8,
    /// Too few answered to say much.
    pub(crate) limited: bool,
}

/// One factor or statement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = ReportItem)]
pub(crate) struct Item {
    /// The factor in a scan, the statement in a pulse.
    pub(crate) id: String,
    /// The share of answers that are "don't know", in percent.
    pub(crate) dont_know: u8,
    /// What kind of conversation it asks for; null when too few could judge it.
    #[schema(required)]
    pub(crate) class: Option<Class>,
    /// How many find it important, in percent with every partner counting the same; null in a pulse.
    #[schema(required)]
    pub(crate) importance: Option<u8>,
    /// Null when too few could judge it.
    #[schema(required)]
    pub(crate) figures: Option<Figures>,
}

/// What people think of it. Everything is computed of whole cells.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = ReportFigures)]
pub(crate) struct Figures {
    /// From 1 to 5 with one decimal, every cell counting the same.
    pub(crate) score: f64,
    /// The same with every person counting the same.
    pub(crate) people_mean: f64,
    /// Large partners judge differently: the two lie 0.3 or more apart.
    pub(crate) sizes_matter: bool,
    /// Van der Eijk's *A*, from -1 (half at each end) over 0 (all over the scale) to 1 (all alike), with one decimal.
    pub(crate) agreement: f64,
    /// How far the cells lie apart; null when there is one.
    #[schema(required)]
    pub(crate) gap: Option<f64>,
    /// The gap is 1 or more.
    pub(crate) wide_gap: bool,
    /// How much it asks for attention, from 0 to 100; null in a pulse.
    #[schema(required)]
    pub(crate) priority: Option<u8>,
    pub(crate) cells: Vec<CellShown>,
}

/// What the people of one partner think, or of several that are shown together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = ReportCell)]
pub(crate) struct CellShown {
    #[schema(value_type = Vec<Uuid>)]
    pub(crate) partners: Cell,
    /// From 1 to 5 with one decimal.
    pub(crate) mean: f64,
    /// The mean is at least, or at most, what it says.
    #[schema(required)]
    pub(crate) beyond: Option<Beyond>,
}

/// On which side of a shown mean the true one lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ReportBeyond)]
pub(crate) enum Beyond {
    /// Or less.
    AtMost,
    /// Or more.
    AtLeast,
}

/// How a round stands beside an earlier one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = ReportComparison)]
pub(crate) struct Comparison {
    /// The earlier round.
    pub(crate) round_id: Uuid,
    pub(crate) items: Vec<ComparedItem>,
}

/// How one factor or statement went on, for the partners that can be compared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = ReportComparedItem)]
pub(crate) struct ComparedItem {
    pub(crate) id: String,
    /// The score of these partners in the earlier round, with one decimal.
    pub(crate) before: f64,
    /// Their score in this one.
    pub(crate) after: f64,
    /// How much it went up, with one decimal.
    pub(crate) difference: f64,
    /// The true difference lies within so much of it, nineteen times of twenty; null when that cannot be told.
    #[schema(required)]
    pub(crate) band: Option<f64>,
    pub(crate) verdict: Verdict,
    /// Too few people answered for more than an indication.
    pub(crate) indicative: bool,
    #[schema(value_type = Vec<Uuid>)]
    pub(crate) partners: BTreeSet<Uuid>,
}
