//! Organisations and their accounts, as who administers them knows them.

mod keeping_out;
mod lists;
mod many;
mod people;
mod running;
mod trail;

use samenspel::entity::account;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use serde_json::{Value, json};
use tests::{Person, TestServer, mail_to};

pub(crate) use keeping_out::{rows_of, write_on};

pub(super) const PASSWORD: &str = "de kraai leent drie boeken";

/// The organisation of somebody in the demo.
async fn organisation_of(server: &TestServer, name: &str) -> String {
    let email = format!("{name}@demo.example");
    let found = account::Entity::find().filter(account::Column::EmailKey.eq(email));
    let found = found.one(server.app().database.reader()).await.unwrap().unwrap();
    found.organisation_id.expect("they have an organisation").to_string()
}

/// Invites somebody to an organisation, and gives the account.
async fn invite(admin: &Person, organisation: &str, email: &str, is_admin: bool) -> Value {
    let body = json!({ "email": email, "name": "Nel Nieuw", "organisation_admin": is_admin });
    admin.post(&format!("/api/v1/organisations/{organisation}/accounts"), &body).await.expect(201)
}

/// Begins with the newest link that was mailed to an address.
async fn begin(server: &TestServer, email: &str) -> Person {
    let mail = mail_to(server, email, 1).await.remove(0);
    let nobody = Person::nobody(server);
    let body = json!({
        "token": mail.token(), "name": "Nel Nieuw", "password": PASSWORD, "language": "nl", "mode": "token",
    });
    nobody.with_session(&nobody.post("/api/v1/invitations/accept", &body).await.expect(201))
}

async fn account_id(server: &TestServer, name: &str) -> String {
    Person::sign_in(server, &format!("{name}@demo.example")).await.id().to_owned()
}
