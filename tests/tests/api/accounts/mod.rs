//! Accounts: beginning with an invitation, a forgotten password, one's own page, and trying too often.

mod attempts;
mod invitations;
mod own;
mod resets;

use samenspel::accounts::{EmailAddress, Invitee, invite};
use samenspel::entity::account::{self, Language};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use tests::TestServer;

/// Invites somebody as an organisation's administrator would, and gives the account's id.
async fn invited(server: &TestServer, email: &str) -> uuid::Uuid {
    let app = server.app();
    let lead = account::Entity::find().filter(account::Column::EmailKey.eq("lead@demo.example"));
    let lead = lead.one(app.database.reader()).await.unwrap().unwrap();
    let invitee = Invitee {
        organisation_id: lead.organisation_id,
        email: EmailAddress::parse(email).unwrap(),
        name: "Nieuwe Collega".into(),
        language: Language::Nl,
        organisation_admin: false,
    };
    let transaction = app.database.begin().await.unwrap();
    let id = invite(app, &transaction, invitee, "Bibliotheek Zuid").await.unwrap();
    transaction.commit().await.unwrap();
    id
}
