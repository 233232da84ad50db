//! Everybody in the partnership hears what happens about a role, and whom it concerns is told in person.

use sea_orm::{ConnectionTrait, DbErr};
use serde_json::json;
use uuid::Uuid;

use crate::accounts::Client;
use crate::app::App;
use crate::boards::described_roles;
use crate::entity::assignment;
use crate::notifications::{self, Kind, Notice};
use crate::partnerships::{self, Audience, Happening, Membership};

/// What is told of an assignment.
pub(super) struct Told<'a> {
    pub(super) deed: &'static str,
    pub(super) kind: Kind,
    pub(super) assignment: &'a assignment::Model,
    /// Whose it is.
    pub(super) person: Uuid,
    /// What the role is called.
    pub(super) title: Option<String>,
}

/// Puts it on record and tells everybody in the partnership; last in the transaction. Gives what is to be rung once that
/// is committed.
pub(super) async fn tell(
    app: &App,
    db: &impl ConnectionTrait,
    me: &Membership,
    client: &Client,
    told: Told<'_>,
) -> Result<Vec<Uuid>, DbErr> {
    let now = app.clock.now();
    let (deed, assignment) = (told.deed, told.assignment);
    let data = json!({ "assignment": assignment.id, "role": assignment.role_id, "account": told.person });
    let bells = tell_in_person(app, db, me, told).await?;
    let happening = Happening {
        partnership: me.partnership_id,
        audience: Audience::Partnership,
        actor: Some(me.account_id),
        from: client.address,
        what: deed,
        subject: assignment.id,
        data,
    };
    partnerships::happened(db, happening, now).await?;
    Ok(bells)
}

/// The person is told what a lead does, and whoever asked them what they answer, if they are still in the partnership.
async fn tell_in_person(
    app: &App,
    db: &impl ConnectionTrait,
    me: &Membership,
    told: Told<'_>,
) -> Result<Vec<Uuid>, DbErr> {
    let mut bells = notifications::settle(app, db, told.assignment.id).await?;
    bells.push(me.partnership_id);
    let to = if me.account_id == told.person { told.assignment.proposed_by } else { told.person };
    if partnerships::membership(db, to, me.partnership_id).await?.is_none() {
        return Ok(bells);
    }
    let notice = Notice {
        kind: told.kind,
        by: Some(me.account_id),
        partnership: Some(me.partnership_id),
        subject: Some(told.assignment.id),
        title: told.title,
        leads_to: format!("/partnerships/{}/roles", me.partnership_id),
    };
    notifications::tell(app, db, &[to], notice).await?;
    bells.push(to);
    Ok(bells)
}

/// What a role is called now; nothing when its board cannot be read, because that keeps nobody from letting it go.
pub(super) async fn title_of(app: &App, me: &Membership, role_id: &str) -> Option<String> {
    let roles = described_roles(app, me).await.ok()?;
    Some(roles.role(role_id)?.title.clone())
}
