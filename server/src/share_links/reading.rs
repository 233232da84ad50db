//! Links, as those see them who take part.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::error::ShareLinkError;
use super::keeping::Scope;
use super::store;
use crate::access::Action;
use crate::app::App;
use crate::entity::share_link;
use crate::partnerships::{self, Membership, Person};

/// A link that was made.
pub(crate) struct ShareLink {
    pub(crate) id: Uuid,
    pub(crate) made_by: Person,
    pub(crate) made_at: DateTime<Utc>,
    pub(crate) expires_at: DateTime<Utc>,
    pub(crate) revoked_at: Option<DateTime<Utc>>,
    /// The canvas and the block that it leads to, if it does, and what is asked about that.
    pub(crate) board_id: Option<Uuid>,
    pub(crate) block: Option<String>,
    pub(crate) question: Option<String>,
}

/// All that were made to such things, the newest first.
pub(crate) async fn list(app: &App, me: &Membership, scope: Scope) -> Result<Vec<ShareLink>, ShareLinkError> {
    me.may(Action::SeeOneAnother)?;
    let found = store::all(app.database.reader(), me, scope).await?;
    shown(app, me, found).await
}

/// One of them.
pub(crate) async fn one(
    app: &App,
    me: &Membership,
    (scope, id): (Scope, Uuid),
) -> Result<ShareLink, ShareLinkError> {
    let found = store::one(app.database.reader(), me, (scope, id)).await?.into_iter().collect();
    shown(app, me, found).await?.pop().ok_or(ShareLinkError::NotFound)
}

async fn shown(
    app: &App,
    me: &Membership,
    found: Vec<share_link::Model>,
) -> Result<Vec<ShareLink>, ShareLinkError> {
    let makers = found.iter().map(|link| link.made_by);
    let people = partnerships::authors(app.database.reader(), me, makers.collect::<Vec<_>>()).await?;
    let shown = |link: share_link::Model| ShareLink {
        id: link.id,
        made_by: Person::new(link.made_by, people.get(&link.made_by)),
        made_at: link.made_at,
        expires_at: link.expires_at,
        revoked_at: link.revoked_at,
        board_id: link.board_id,
        block: link.block,
        question: link.question,
    };
    Ok(found.into_iter().map(shown).collect())
}
