//! People and partnerships beyond the demo.

use std::net::SocketAddr;

use chrono::{DateTime, Utc};
use samenspel::access::Role;
use samenspel::entity::{account, board, membership, name_key, organisation, partner, partnership, projection};
use samenspel::ids;
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, DatabaseTransaction, EntityTrait as _, IntoActiveModel as _,
    QueryFilter as _, Set,
};
use serde_json::json;
use uuid::Uuid;

use crate::{Person, TestServer, eventually};

/// The password of everybody in the tests, as of everybody in the demo.
pub const DEMO_PASSWORD: &str = "samenspel-demo-2026";

/// The demo's partnership and a second one that nobody of the first takes part in.
#[derive(Debug)]
pub struct World {
    /// A running server.
    pub server: TestServer,
    /// The demo's partnership.
    pub own: Boards,
    /// The other one.
    pub foreign: Boards,
}

/// A partnership and its boards.
#[derive(Clone, Debug)]
pub struct Boards {
    /// The partnership's id.
    pub partnership: String,
    /// The ids of its boards.
    pub ambition: String,
    /// The business model.
    pub canvas: String,
    /// The roles.
    pub roles: String,
    /// The common values.
    pub values: String,
    /// The account that leads it.
    pub lead: String,
    /// The partner that the lead acts for.
    pub partner: String,
}

impl Boards {
    /// Those of the demo, on whatever server listens there.
    pub async fn of_demo(address: SocketAddr) -> Self {
        let lead = Person::at(address).signed_in("lead@demo.example").await;
        let partnerships = lead.get("/api/v1/partnerships").await.expect(200);
        let id = partnerships["items"][0]["id"].as_str().expect("the lead has a partnership").to_owned();
        let partner = partnerships["items"][0]["partner"]["id"].as_str().expect("the lead acts for one").to_owned();
        let boards = lead.get(&format!("/api/v1/partnerships/{id}/boards")).await.expect(200);
        let board = |kind: &str| {
            let mut all = boards["items"].as_array().unwrap().iter();
            let found = all.find(|board| board["kind"] == kind).unwrap_or_else(|| panic!("no {kind} in {boards}"));
            found["id"].as_str().unwrap().to_owned()
        };
        Self {
            ambition: board("ambition"),
            canvas: board("canvas"),
            roles: board("roles"),
            values: board("values"),
            lead: lead.id().to_owned(),
            partnership: id,
            partner,
        }
    }
}

impl World {
    /// Starts a server with both partnerships.
    pub async fn start() -> Self {
        Self::around(TestServer::start().await).await
    }

    /// Finds the demo's partnership in a server, and adds the other one.
    pub async fn around(server: TestServer) -> Self {
        let own = Boards::of_demo(server.address()).await;
        let foreign = second_partnership(&server).await;
        Self { server, own, foreign }
    }

    /// Signs in a person of the demo (`lead`), or `outsider`, who leads the other partnership.
    pub async fn person(&self, name: &str) -> Person {
        Person::sign_in(&self.server, &format!("{name}@demo.example")).await
    }

    /// Waits until the tables say what the demo's boards do, so that nothing of the demo is announced any more.
    pub async fn settled(&self) {
        let none_behind = async || {
            let projected = projection::Entity::find().all(self.server.app().database.reader()).await.unwrap();
            (projected.iter().filter(|projected| projected.seq > 0).count() >= 4).then_some(())
        };
        eventually("the demo's boards are read", none_behind).await;
    }

    /// Lets a person of the demo administer their organisation.
    pub async fn make_admin(&self, name: &str) {
        let is_person = account::Column::EmailKey.eq(format!("{name}@demo.example"));
        let transaction = self.server.app().database.begin().await.unwrap();
        let person = account::Entity::find().filter(is_person).one(&transaction).await.unwrap().expect("is there");
        let mut person = person.into_active_model();
        person.organisation_admin = Set(true);
        person.update(&transaction).await.unwrap();
        transaction.commit().await.unwrap();
    }

    /// Lets the outsider lead and act for no partner.
    pub async fn guide(&self) -> Person {
        let lead = self.person("lead").await;
        let guests = format!("/api/v1/partnerships/{}/guests", self.own.partnership);
        let asked = json!({ "email": "outsider@demo.example", "name": "Otto", "part": "guide" });
        lead.post(&guests, &asked).await.expect(204);
        let guide = self.person("outsider").await;
        let asked = guide.get("/api/v1/me/membership-invitations").await.expect(200)["items"][0]["id"].clone();
        let accept = format!("/api/v1/me/membership-invitations/{}/accept", asked.as_str().unwrap());
        guide.post(&accept, &json!({})).await.expect(204);
        guide
    }

    /// Adds somebody who takes part for a partner without its mandate: `plain@demo.example`.
    pub async fn add_plain_member(&self) {
        self.add_member("plain", "Piet Gewoon").await;
    }

    /// Adds somebody who takes part for the same partner as `member`, without its mandate.
    pub async fn add_member(&self, address: &str, name: &str) {
        self.add_colleague("member", address, name).await;
    }

    /// Adds somebody who takes part for the same partner as a person of the demo, without its mandate.
    pub async fn add_colleague(&self, of: &str, address: &str, name: &str) {
        let app = self.server.app();
        let transaction = app.database.begin().await.unwrap();
        let colleague = account::Entity::find().filter(account::Column::EmailKey.eq(format!("{of}@demo.example")));
        let colleague = colleague.one(&transaction).await.unwrap().expect("is of the demo");
        let organisation = colleague.organisation_id.expect("a member has an organisation");
        let email = format!("{address}@demo.example");
        let new = add_account(&transaction, &email, name, organisation, app.clock.now()).await;
        let of_colleague = membership::Entity::find().filter(membership::Column::AccountId.eq(colleague.id));
        let mut membership = of_colleague.one(&transaction).await.unwrap().expect("takes part").into_active_model();
        membership.id = Set(ids::ordered());
        membership.account_id = Set(new);
        membership.role = Set(Role::Member);
        membership.mandated = Set(false);
        // Nothing is left unchanged, so that all of it is inserted.
        membership.reset_all().insert(&transaction).await.unwrap();
        transaction.commit().await.unwrap();
    }
}

/// With the demo's own hash of the password, so that no test has to wait for one to be made.
async fn add_account(
    transaction: &DatabaseTransaction,
    email: &str,
    name: &str,
    organisation: Uuid,
    now: DateTime<Utc>,
) -> Uuid {
    let known = account::Entity::find().filter(account::Column::EmailKey.eq("lead@demo.example"));
    let known = known.one(transaction).await.unwrap().expect("the demo has a lead");
    let account = account::ActiveModel {
        id: Set(ids::ordered()),
        organisation_id: Set(Some(organisation)),
        email: Set(email.into()),
        email_key: Set(email.into()),
        name: Set(name.into()),
        name_key: Set(name_key(name)),
        password_hash: Set(known.password_hash),
        platform_admin: Set(false),
        organisation_admin: Set(false),
        deactivated_at: Set(None),
        created_at: Set(now),
        language: Set(account::Language::Nl),
        verified_at: Set(Some(now)),
        suspended_at: Set(None),
    };
    account.insert(transaction).await.unwrap().id
}

async fn second_partnership(server: &TestServer) -> Boards {
    let app = server.app();
    let transaction = app.database.begin().await.unwrap();
    let now = app.clock.now();
    let organisation = organisation::ActiveModel {
        id: Set(ids::ordered()),
        name: Set("Buitenwacht".into()),
        name_key: Set("buitenwacht".into()),
        created_at: Set(now),
        status: Set(organisation::Status::Active),
    };
    let organisation = organisation.insert(&transaction).await.unwrap().id;
    let email = "outsider@demo.example";
    let outsider = add_account(&transaction, email, "Olga Buitenstaander", organisation, now).await;
    let partnership = partnership::ActiveModel {
        id: Set(ids::ordered()),
        name: Set("Een ander verband".into()),
        challenge: Set("Wat niemand van het eerste mag weten".into()),
        status: Set(partnership::Status::Active),
        phase: Set("signal".into()),
        created_at: Set(now),
    };
    let partnership = partnership.insert(&transaction).await.unwrap().id;
    let partner = partner::ActiveModel {
        id: Set(ids::ordered()),
        partnership_id: Set(partnership),
        organisation_id: Set(organisation),
        mark: Set(1),
        status: Set(partner::Status::Active),
        created_at: Set(now),
        invited_by: Set(None),
        invited_name: Set(None),
        joined_at: Set(Some(now)),
    };
    let partner = partner.insert(&transaction).await.unwrap().id;
    let lead = membership::ActiveModel {
        id: Set(ids::ordered()),
        partnership_id: Set(partnership),
        account_id: Set(outsider),
        partner_id: Set(Some(partner)),
        role: Set(Role::Lead),
        mandated: Set(false),
        created_at: Set(now),
        left_at: Set(None),
    };
    lead.insert(&transaction).await.unwrap();
    let mut boards = Vec::new();
    for kind in ["ambition", "canvas", "roles", "values"] {
        let board = board::ActiveModel {
            id: Set(ids::ordered()),
            partnership_id: Set(partnership),
            kind: Set(kind.into()),
            title: Set(kind.into()),
            last_seq: Set(0),
            created_at: Set(now),
            ..Default::default()
        };
        boards.push(board.insert(&transaction).await.unwrap().id.to_string());
    }
    transaction.commit().await.unwrap();
    let [ambition, canvas, roles, values] = boards.try_into().expect("four kinds");
    let (lead, partner) = (outsider.to_string(), partner.to_string());
    Boards { partnership: partnership.to_string(), ambition, canvas, roles, values, lead, partner }
}
