//! The audit log: who reads which, what is in it and what is not, and that it shows when it was changed.

use samenspel::audit::{Chain, verify};
use samenspel::entity::{audit_chain, audit_entry};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, ConnectionTrait as _, DbBackend, EntityTrait as _, QueryFilter as _};
use serde_json::{Value, json};
use tests::{Person, TestServer};

use super::{account_id, invite, organisation_of};

fn deeds(page: &Value) -> Vec<String> {
    let name = |of: &Value| of["name"].as_str().unwrap_or("–").to_owned();
    let deed = |item: &Value| {
        format!("{} {} {}", name(&item["actor"]), item["action"].as_str().unwrap(), name(&item["subject"]))
    };
    page["items"].as_array().unwrap().iter().map(deed).collect()
}

#[tokio::test]
async fn what_administrators_do_is_in_the_log_of_whom_it_concerns() {
    let server = TestServer::start().await;
    let admin = Person::sign_in(&server, "admin@demo.example").await;
    let orgadmin = Person::sign_in(&server, "orgadmin@demo.example").await;
    let library = organisation_of(&server, "orgadmin").await;
    let lead = account_id(&server, "lead").await;
    let path = format!("/api/v1/organisations/{library}");
    invite(&orgadmin, &library, "nieuw@demo.example", false).await;
    admin.post(&format!("{path}/accounts/{lead}/deactivate"), &json!({})).await.expect(200);
    // What changes nothing is no deed.
    admin.post(&format!("{path}/accounts/{lead}/deactivate"), &json!({})).await.expect(200);
    orgadmin.post(&format!("{path}/accounts/{lead}/reactivate"), &json!({})).await.expect(200);
    admin.patch(&path, &json!({ "name": "=Bibliotheek" })).await.expect(200);

    let own = orgadmin.get(&format!("{path}/audit")).await.expect(200);
    let expected = [
        "Marijke de Wit account.reactivated Sanne Mulder",
        "Hanneke Visser account.deactivated Sanne Mulder",
        "Marijke de Wit account.invited Nel Nieuw",
    ];
    assert_eq!(deeds(&own)[..3], expected);
    assert_eq!(own["items"][0]["from"], "127.0.0.1");
    let platform = admin.get("/api/v1/audit").await.expect(200);
    assert_eq!(deeds(&platform)[0], "Hanneke Visser organisation.renamed =Bibliotheek");
    assert_eq!(platform["items"][0]["data"], json!({ "from": "Bibliotheek Zuid", "to": "=Bibliotheek" }));
    let everything = format!("{own}{platform}");
    assert!(!everything.contains("nieuw@demo.example"), "addresses are no business of the log");

    orgadmin.get("/api/v1/audit").await.expect_problem(403, "forbidden");
    let foreign = organisation_of(&server, "third").await;
    let reply = orgadmin.get(&format!("/api/v1/organisations/{foreign}/audit")).await;
    reply.expect_problem(404, "not_found");
}

#[tokio::test]
async fn a_log_is_read_page_by_page_and_taken_along_as_a_file_without_formulas() {
    let server = TestServer::start().await;
    let admin = Person::sign_in(&server, "admin@demo.example").await;
    let library = organisation_of(&server, "lead").await;
    let path = format!("/api/v1/organisations/{library}");
    for number in 0..5 {
        admin.patch(&path, &json!({ "name": format!("=Naam {number}") })).await.expect(200);
    }
    let first = admin.get("/api/v1/audit?limit=3").await.expect(200);
    let next = first["next"].as_str().expect("there are more");
    let second = admin.get(&format!("/api/v1/audit?limit=3&cursor={next}")).await.expect(200);
    let numbers = [&first, &second].map(|page| page["items"].as_array().unwrap().clone()).concat();
    let numbers: Vec<_> = numbers.iter().map(|item| item["number"].as_i64().unwrap()).collect();
    assert_eq!(numbers, [5, 4, 3, 2, 1]);
    assert!(second["next"].is_null());
    admin.get("/api/v1/audit?cursor=nonsense").await.expect_problem(422, "validation_failed");

    let file = admin.get("/api/v1/audit/export").await;
    assert_eq!(file.headers["content-type"], "text/csv; charset=utf-8; header=present");
    let text = file.text();
    assert_eq!(text.lines().count(), 6, "{text}");
    assert!(
        text.starts_with("\u{feff}number,at,actor_id,actor,action,subject_id,subject,data,from\r\n5,"),
        "{text}"
    );
    assert!(text.contains("'=Naam 4") && !text.contains(",=Naam"), "{text}");
}

#[tokio::test]
async fn whoever_changes_the_log_in_the_database_leaves_a_trace() {
    let server = TestServer::start().await;
    let admin = Person::sign_in(&server, "admin@demo.example").await;
    let library = organisation_of(&server, "lead").await;
    for number in 0..3 {
        let name = json!({ "name": format!("Naam {number}") });
        admin.patch(&format!("/api/v1/organisations/{library}"), &name).await.expect(200);
    }
    let database = &server.app().database;
    let sound = verify(database.reader()).await.unwrap();
    assert!(sound.breaks.is_empty() && sound.entries >= 3, "{sound:?}");
    let second = audit_entry::Column::Number.eq(2);
    let change = audit_entry::Entity::update_many()
        .col_expr(audit_entry::Column::Data, Expr::value("{}"))
        .filter(second.clone());
    let transaction = database.begin().await.unwrap();
    let refused = change.clone().exec(&transaction).await.unwrap_err();
    assert!(refused.to_string().contains("append-only"), "{refused}");
    drop(transaction);

    let transaction = database.begin().await.unwrap();
    let (off, on) = match transaction.get_database_backend() {
        DbBackend::Postgres => (
            "ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_stays",
            "ALTER TABLE audit_entry ENABLE TRIGGER audit_entry_stays",
        ),
        _ => ("DROP TRIGGER audit_entry_no_update", "SELECT 1"),
    };
    transaction.execute_unprepared(off).await.unwrap();
    change.exec(&transaction).await.unwrap();
    transaction.execute_unprepared(on).await.unwrap();
    transaction.commit().await.unwrap();
    let broken = verify(database.reader()).await.unwrap();
    let told: Vec<String> = broken.breaks.iter().map(ToString::to_string).collect();
    assert_eq!(told, ["the platform: entry 2 is not as it was written"]);
}

#[tokio::test]
async fn an_end_that_was_cut_off_is_missed() {
    let server = TestServer::start().await;
    let admin = Person::sign_in(&server, "admin@demo.example").await;
    let library = organisation_of(&server, "lead").await;
    admin.patch(&format!("/api/v1/organisations/{library}"), &json!({ "name": "Naam" })).await.expect(200);
    let entries =
        samenspel::audit::entries(server.app().database.reader(), Chain::Platform, None, 1).await.unwrap();
    let next = entries[0].number + 1;
    let transaction = server.app().database.begin().await.unwrap();
    audit_chain::Entity::update_many()
        .col_expr(audit_chain::Column::LastNumber, Expr::value(next))
        .filter(audit_chain::Column::Scope.eq(audit_chain::Scope::Platform))
        .exec(&transaction)
        .await
        .unwrap();
    transaction.commit().await.unwrap();
    let broken = verify(server.app().database.reader()).await.unwrap();
    let told: Vec<String> = broken.breaks.iter().map(ToString::to_string).collect();
    assert_eq!(told, [format!("the platform: entry {next} is missing")]);
}
