//! A lead puts the ambition before the partners.

use super::words::Words;
use crate::access::Action;
use crate::accounts::Client;
use crate::ambition::error::AmbitionError;
use crate::app::App;
use crate::boards;
use crate::entity::version::Subject;
use crate::partnerships::Membership;
use crate::versions::{self, Frozen};

/// Puts it before them as it stood after row `seq` of its log: what the lead read, whatever is written meanwhile. Gives its
/// number.
pub(super) async fn propose(app: &App, me: &Membership, client: &Client, seq: i64) -> Result<i32, AmbitionError> {
    // Permission first: who may not learns nothing of the board.
    me.may(Action::ProposeVersions)?;
    let written = boards::ambition_after(app, me, seq).await?;
    let words = Words::of(&written).ok_or(AmbitionError::NothingWritten)?;
    let content = words.canonical()?;
    let frozen = Frozen { board: written.board, seq, headline: words.headline, content };
    Ok(versions::propose(app, me, client, Subject::Ambition, frozen).await?)
}
