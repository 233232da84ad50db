//! What goes over the line about a ledger.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::method::{self, Figures};
use crate::entity::ledger_line::{Certainty, Frequency, Kind, Nature};
use crate::partnerships::Person;

/// What the collaboration costs and brings, as you see it: sums and checks too are worked out from the lines that you see.
#[derive(Serialize, ToSchema)]
pub(super) struct Ledger {
    pub(super) beginning: Beginning,
    /// In the order in which they were written, also of partners that left.
    pub(super) lines: Vec<LedgerLine>,
    /// Five of them, one after another.
    pub(super) years: Vec<LedgerYear>,
    pub(super) checks: LedgerChecks,
}

/// When the years of a ledger begin.
#[derive(Serialize, ToSchema)]
#[schema(as = LedgerBeginning)]
pub(super) struct Beginning {
    /// The first month, as `2027-01`: that in which the partnership began, until somebody chooses another.
    #[schema(pattern = "^[0-9]{4}-[0-9]{2}$")]
    pub(super) month: String,
    /// Name this when changing it (`If-Match`).
    pub(super) version: i64,
}

/// Something that it costs or brings.
#[derive(Serialize, ToSchema)]
pub(super) struct LedgerLine {
    pub(super) id: Uuid,
    /// Whose own it is; null when it is joint.
    #[schema(required)]
    pub(super) partner_id: Option<Uuid>,
    /// Those who act for that partner alone see it.
    pub(super) is_private: bool,
    pub(super) kind: Kind,
    pub(super) nature: Nature,
    pub(super) words: String,
    /// May be empty.
    pub(super) note: String,
    /// In cents of a euro or in minutes; null when it is intangible.
    #[schema(required)]
    pub(super) amount: Option<i64>,
    pub(super) frequency: Frequency,
    /// The month in which it begins, as `2027-01`; null when that is the first of the ledger.
    #[schema(required)]
    pub(super) from: Option<String>,
    /// The last month in which it can count; null when it goes on.
    #[schema(required)]
    pub(super) until: Option<String>,
    pub(super) certainty: Certainty,
    /// Of a joint line, what of the amount is for which partner.
    pub(super) shares: Vec<Share>,
    pub(super) changed_by: Person,
    pub(super) changed_at: DateTime<Utc>,
    /// Name this when changing it (`If-Match`).
    pub(super) version: i64,
}

/// What of a joint line is for a partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = LedgerShare)]
pub(super) struct Share {
    pub(super) partner_id: Uuid,
    /// In the unit of the line.
    pub(super) amount: i64,
}

/// What twelve months cost and bring.
#[derive(Serialize, ToSchema)]
pub(crate) struct LedgerYear {
    /// The first month.
    pub(super) from: String,
    /// The last month.
    pub(super) until: String,
    /// The joint lines, whole.
    pub(super) joint: Figures,
    /// Each partner that takes part: its shares of the joint lines and its own lines.
    pub(super) partners: Vec<LedgerOfPartner>,
}

/// What twelve months cost and bring a partner.
#[derive(Serialize, ToSchema)]
pub(crate) struct LedgerOfPartner {
    pub(super) partner_id: Uuid,
    pub(super) figures: Figures,
}

/// What there is to talk about, as far as you see.
#[derive(Serialize, ToSchema)]
pub(crate) struct LedgerChecks {
    /// Partners of which there is neither a line nor a share of a joint one.
    pub(super) partner_missing: Vec<Uuid>,
    /// Partners that have costs, and nothing that it brings them.
    pub(super) partner_only_costs: Vec<Uuid>,
    /// Joint lines whose shares, of partners that take part, are together more or less than the amount.
    pub(super) shares_do_not_add_up: Vec<Uuid>,
}

impl From<method::Checks> for LedgerChecks {
    fn from(found: method::Checks) -> Self {
        Self {
            partner_missing: found.partner_missing,
            partner_only_costs: found.partner_only_costs,
            shares_do_not_add_up: found.shares_do_not_add_up,
        }
    }
}

/// Which lines are summed.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Counting {
    /// Sum lines that are at least as sure as this; all without. Checks look at all lines.
    #[serde(default)]
    #[param(inline)]
    pub(super) at_least: Option<Certainty>,
}

/// When the years of a ledger are to begin.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewBeginning {
    /// The first month, as `2027-01`.
    pub(super) month: String,
}

/// What somebody writes down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OwnLedgerLine {
    /// The partner that you act for; left out when it is joint. It stays as it was written first.
    #[serde(default)]
    pub(super) partner_id: Option<Uuid>,
    /// Whether those who act for that partner alone see it; never of a joint line.
    #[serde(default)]
    pub(super) is_private: bool,
    pub(super) kind: Kind,
    pub(super) nature: Nature,
    /// In one line, of at most 200 characters.
    pub(super) words: String,
    /// At most 1000 characters; may be left out.
    #[serde(default)]
    pub(super) note: String,
    /// In cents of a euro or in minutes, from 1 to 1,000,000,000,000; left out when it is intangible.
    #[serde(default)]
    pub(super) amount: Option<i64>,
    pub(super) frequency: Frequency,
    /// The month in which it begins, as `2027-01`; left out when that is the first of the ledger.
    #[serde(default)]
    pub(super) from: Option<String>,
    /// The last month in which it can count; left out when it goes on, or counts once.
    #[serde(default)]
    pub(super) until: Option<String>,
    pub(super) certainty: Certainty,
    /// Of a joint line that has an amount: what of it is for which partner, each once. Nothing counts as no share.
    #[serde(default)]
    pub(super) shares: Vec<Share>,
}
