//! Starting a partnership, asking others to take part, and who acts for whom.

mod ending;
mod guests;
mod invitations;
mod people;
mod races;
mod record;
mod starting;

use serde_json::{Value, json};
use tests::{Person, Reply, TestServer, mail_to};

const PASSWORD: &str = "de kraai leent drie boeken";

/// A partnership that `person` starts.
async fn started(person: &Person, name: &str) -> String {
    let body = json!({ "name": name, "challenge": "Wat geen van ons alleen kan" });
    let started = person.post("/api/v1/partnerships", &body).await.expect(201);
    started["id"].as_str().unwrap().to_owned()
}

pub(crate) async fn seen(person: &Person, partnership: &str) -> Value {
    person.get(&format!("/api/v1/partnerships/{partnership}")).await.expect(200)
}

/// Asks an organisation by the address of whoever will administer it.
pub(crate) async fn ask(lead: &Person, partnership: &str, name: &str, email: &str) -> Reply {
    let body = json!({ "name": name, "email": email, "admin_name": "Anna Aanvoer", "language": "nl" });
    lead.post(&format!("/api/v1/partnerships/{partnership}/partners"), &body).await
}

/// Somebody who was invited to administer an organisation begins.
pub(crate) async fn begun(server: &TestServer, email: &str) -> Person {
    let mail = mail_to(server, email, 1).await.remove(0);
    let nobody = Person::nobody(server);
    let body = json!({
        "token": mail.token(), "name": "Anna Aanvoer", "password": PASSWORD, "language": "nl", "mode": "token",
    });
    nobody.with_session(&nobody.post("/api/v1/invitations/accept", &body).await.expect(201))
}

/// What waits for the answer of an administrator.
pub(crate) async fn asked(admin: &Person) -> Vec<Value> {
    let list = admin.get("/api/v1/me/partnership-invitations").await.expect(200);
    list["items"].as_array().unwrap().clone()
}

pub(crate) async fn accept(admin: &Person, invitation: &Value, mandated: &[&str]) -> Reply {
    let path = format!("/api/v1/me/partnership-invitations/{}/accept", invitation["id"].as_str().unwrap());
    admin.post(&path, &json!({ "mandated": mandated })).await
}

async fn decline(admin: &Person, invitation: &Value) -> Reply {
    let path = format!("/api/v1/me/partnership-invitations/{}/decline", invitation["id"].as_str().unwrap());
    admin.post(&path, &json!({})).await
}
