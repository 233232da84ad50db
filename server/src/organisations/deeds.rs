//! Who is allowed what here, and what they did.

use sea_orm::{ConnectionTrait, DbErr};
use serde_json::Value;
use uuid::Uuid;

use super::error::OrganisationError;
use crate::access::{Task, entrusts};
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::audit::{self, Chain, Deed};

/// Somebody in an office that comes with the task at hand, and from where they ask.
pub(super) struct Clerk {
    actor: Uuid,
    client: Client,
}

impl Clerk {
    /// For a task that concerns the installation as a whole.
    pub(super) fn of_platform(actor: &Actor, client: Client, task: Task) -> Result<Self, OrganisationError> {
        let may = actor.office(None).is_some_and(|office| entrusts(office, task));
        if may { Ok(Self { actor: actor.account_id, client }) } else { Err(OrganisationError::Forbidden) }
    }

    /// For a task that concerns an organisation. To whoever has no office in it, it does not exist.
    pub(super) fn of(
        actor: &Actor,
        client: Client,
        organisation: Uuid,
        task: Task,
    ) -> Result<Self, OrganisationError> {
        let office = actor.office(Some(organisation)).ok_or(OrganisationError::NotFound)?;
        let clerk = Self { actor: actor.account_id, client };
        if entrusts(office, task) { Ok(clerk) } else { Err(OrganisationError::Forbidden) }
    }

    /// Puts on record what they did, in the transaction in which it is done.
    pub(super) async fn record(
        &self,
        app: &App,
        db: &impl ConnectionTrait,
        chain: Chain,
        action: &'static str,
        subject: Uuid,
        data: Value,
    ) -> Result<(), DbErr> {
        let (actor, from) = (Some(self.actor), self.client.address);
        let deed = Deed { chain, actor, from, action, subject: Some(subject), data };
        audit::record(db, deed, app.clock.now()).await
    }
}
