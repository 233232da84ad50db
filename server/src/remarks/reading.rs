//! What guests said, and the links by which they do, as those see it who take part.

use uuid::Uuid;

use super::api::{BlockLink, GuestRemark, GuestRemarkList};
use super::error::RemarkError;
use super::store;
use crate::access::Action;
use crate::app::App;
use crate::entity::guest_remark;
use crate::partnerships::{self, Membership, Person};
use crate::share_links::ShareLink;

/// All that was said.
pub(super) async fn list(app: &App, me: &Membership) -> Result<GuestRemarkList, RemarkError> {
    me.may(Action::SeeOneAnother)?;
    let found = store::all(app.database.reader(), me).await?;
    Ok(GuestRemarkList { items: shown(app, me, found).await?, next: None })
}

/// One of them.
pub(super) async fn one(app: &App, me: &Membership, id: Uuid) -> Result<GuestRemark, RemarkError> {
    let found = store::one(app.database.reader(), me, id).await?.into_iter().collect();
    shown(app, me, found).await?.pop().ok_or(RemarkError::NotFound)
}

async fn shown(
    app: &App,
    me: &Membership,
    found: Vec<guest_remark::Model>,
) -> Result<Vec<GuestRemark>, RemarkError> {
    let settlers: Vec<Uuid> = found.iter().filter_map(|remark| remark.settled_by).collect();
    let people = partnerships::authors(app.database.reader(), me, settlers).await?;
    let shown = |remark: guest_remark::Model| GuestRemark {
        id: remark.id,
        link_id: remark.link_id,
        board_id: remark.board_id,
        block: remark.block,
        name: remark.name,
        words: remark.words,
        said_at: remark.said_at,
        settled_at: remark.settled_at,
        settled_by: remark.settled_by.map(|by| Person::new(by, people.get(&by))),
    };
    Ok(found.into_iter().map(shown).collect())
}

/// A link to a block; nothing when it leads to something else.
pub(super) fn link(link: ShareLink) -> Option<BlockLink> {
    Some(BlockLink {
        id: link.id,
        board_id: link.board_id?,
        block: link.block?,
        question: link.question,
        made_by: link.made_by,
        made_at: link.made_at,
        expires_at: link.expires_at,
        revoked_at: link.revoked_at,
    })
}
