//! Versions of the ambition, as somebody sees them.

use super::api::Version;
use super::words::Words;
use crate::access::Action;
use crate::ambition::error::AmbitionError;
use crate::app::App;
use crate::boards;
use crate::entity::version::Subject;
use crate::partnerships::Membership;
use crate::versions::{self, Draft, VersionsStanding, hash};

/// Where the ambition stands, with every version there was.
pub(super) async fn ambition(app: &App, me: &Membership) -> Result<VersionsStanding, AmbitionError> {
    me.may(Action::ReadBoards)?;
    let draft = boards::ambition_now(app, me).await?;
    let words = Words::of(&draft);
    let canonical = words.as_ref().map(Words::canonical).transpose()?;
    let draft = Draft { seq: draft.seq, hash: canonical.as_deref().map(hash) };
    Ok(versions::standing(app, me, Subject::Ambition, draft).await?)
}

/// One version, with its words.
pub(super) async fn version(app: &App, me: &Membership, number: i32) -> Result<Version, AmbitionError> {
    me.may(Action::ReadBoards)?;
    let (summary, content) = versions::version(app, me, Subject::Ambition, number).await?;
    let words: Words = serde_json::from_str(&content)?;
    Ok(Version { summary, statement_html: words.statement })
}
