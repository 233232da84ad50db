//! What goes over the line about versions of the ambition.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::versions::VersionSummary;

/// A version with its words.
#[derive(Serialize, ToSchema)]
#[schema(as = AmbitionVersion)]
pub(super) struct Version {
    #[serde(flatten)]
    pub(super) summary: VersionSummary,
    /// The ambition as HTML: p, h2, h3, ul, ol, li, br, strong, em, a.
    pub(super) statement_html: String,
}

/// Which words are put before the partners.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = AmbitionProposal)]
pub(super) struct Proposal {
    /// The number of the last change that is in them: `seq` of the content that was read.
    #[schema(minimum = 0)]
    pub(super) seq: i64,
}
