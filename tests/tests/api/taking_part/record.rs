//! What is put on record.

use samenspel::entity::audit_chain::{self, Scope};
use samenspel::entity::audit_entry;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use tests::World;
use uuid::Uuid;

use super::{accept, ask, asked, begun, started};

async fn deeds(world: &World, scope: Scope, subject: &str) -> Vec<String> {
    let db = world.server.app().database.reader();
    let is_it = audit_chain::Column::SubjectId.eq(Uuid::parse_str(subject).unwrap());
    let chain = audit_chain::Entity::find().filter(audit_chain::Column::Scope.eq(scope)).filter(is_it);
    let chain = chain.one(db).await.unwrap().expect("there is a chain");
    let entries = audit_entry::Entity::find().filter(audit_entry::Column::ChainId.eq(chain.id));
    let entries = entries.order_by_asc(audit_entry::Column::Number).all(db).await.unwrap();
    assert!(entries.iter().all(|entry| !entry.data.contains("Samen lezen")), "{entries:?}");
    entries.into_iter().map(|entry| entry.action).collect()
}

#[tokio::test]
async fn who_began_asked_and_joined_is_on_the_partnerships_record_and_on_each_organisations_own() {
    let world = World::start().await;
    let lead = world.person("orgadmin").await;
    let id = started(&lead, "Samen lezen").await;
    ask(&lead, &id, "Welzijn Oost", "anna@welzijn.example").await.expect(201);
    let anna = begun(&world.server, "anna@welzijn.example").await;
    accept(&anna, &asked(&anna).await[0], &[anna.id()]).await.expect(204);
    let joint = ["partnership.started", "partner.invited", "partner.joined", "partnership.changed"];
    assert_eq!(deeds(&world, Scope::Partnership, &id).await, joint);
    let own = anna.get("/api/v1/me").await.expect(200)["organisation"]["id"].as_str().unwrap().to_owned();
    assert_eq!(
        deeds(&world, Scope::Organisation, &own).await,
        ["partner.invited", "invitation.accepted", "partner.joined"]
    );
}
