//! Secrets that must be in no log, on no record and in no address (threats 6 and 25).

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tests::{DEMO_PASSWORD, Person, Process, eventually};

const PASSWORD: &str = "de kraai leent drie boeken";

/// Somebody who uses a running binary in every way that takes a secret, and remembers each.
struct Spendthrift {
    nobody: Person,
    secrets: BTreeSet<String>,
}

impl Spendthrift {
    fn keep(&mut self, secret: &str) {
        assert!(secret.len() > 15, "a secret that is no accident when it is found: {secret:?}");
        self.secrets.insert(secret.to_owned());
    }

    async fn signed_in(&mut self, email: &str) -> Person {
        let body = json!({ "email": email, "password": DEMO_PASSWORD, "mode": "token" });
        let session = self.nobody.post("/api/v1/sessions", &body).await.expect(201);
        for name in ["access_token", "refresh_token"] {
            self.keep(session[name].as_str().unwrap());
        }
        self.nobody.with_session(&session)
    }

    /// The secret of the newest mail to somebody.
    async fn mailed(&mut self, email: &str, nth: usize) -> String {
        let nobody = self.nobody.clone();
        let secret = tests::eventually("the mail", async || {
            let outbox = nobody.get("/api/v1/outbox").await.expect(200);
            let items = outbox["items"].as_array().unwrap();
            let mails: Vec<&Value> = items.iter().filter(|mail| mail["to"] == email).collect();
            let plain = (mails.len() >= nth).then(|| mails[0]["plain"].as_str().unwrap().to_owned())?;
            let link = plain.split_whitespace().find(|word| word.contains("://")).unwrap().to_owned();
            let (address, secret) = link.split_once('#')?;
            assert!(!address.contains('?'), "a secret stands behind the #: {link}");
            Some(secret.to_owned())
        })
        .await;
        self.keep(&secret);
        secret
    }
}

/// Threats 6 and 25.
#[tokio::test]
async fn thirty_secrets_are_used_and_stand_in_no_log_and_on_no_record() {
    let process = Process::start_saying("debug").await;
    let mut user = Spendthrift { nobody: Person::at(process.address()), secrets: BTreeSet::new() };
    user.keep(DEMO_PASSWORD);
    user.keep(PASSWORD);
    let admin = user.signed_in("orgadmin@demo.example").await;
    let organisation = admin.get("/api/v1/me").await.expect(200)["organisation"]["id"].as_str().unwrap().to_owned();
    for number in 0..6 {
        let email = format!("collega{number}@demo.example");
        let body = json!({ "email": email, "name": "Een Collega" });
        admin.post(&format!("/api/v1/organisations/{organisation}/accounts"), &body).await.expect(201);
        let token = user.mailed(&email, 1).await;
        user.nobody.post("/api/v1/invitations/look", &json!({ "token": token })).await.expect(200);
        let body = json!({ "token": token, "name": "Een Collega", "password": PASSWORD, "language": "nl", "mode": "token" });
        let session = user.nobody.post("/api/v1/invitations/accept", &body).await.expect(201);
        user.keep(session["access_token"].as_str().unwrap());
        user.keep(session["refresh_token"].as_str().unwrap());
        // A second time, and from somebody else's hands, it opens nothing.
        user.nobody.post("/api/v1/invitations/accept", &body).await.expect_problem(404, "not_found");
    }
    let lead = user.signed_in("lead@demo.example").await;
    let partnership =
        lead.get("/api/v1/partnerships").await.expect(200)["items"][0]["id"].as_str().unwrap().to_owned();
    for number in 0..4 {
        let ticket = lead.post("/api/v1/live/ticket", &Value::Null).await.expect(201);
        let ticket = ticket["ticket"].as_str().unwrap().to_owned();
        user.keep(&ticket);
        let path = format!("/api/v1/partnerships/{partnership}/events?ticket={ticket}&guess={number}");
        lead.get(&path).await;
    }
    for number in 1..=3 {
        let ask = json!({ "email": "member@demo.example" });
        user.nobody.post("/api/v1/password-resets", &ask).await.expect(202);
        let token = user.mailed("member@demo.example", number).await;
        // Also when it is put where it does not belong.
        user.nobody.get(&format!("/password?token={token}")).await;
        user.nobody.post("/api/v1/password-resets/redeem", &json!({ "token": token, "password": "1" })).await;
    }
    let refresh = json!({ "refresh_token": lead.refresh_token() });
    let renewed = user.nobody.post("/api/v1/sessions/refresh", &refresh).await.expect(200);
    user.keep(renewed["access_token"].as_str().unwrap());
    lead.with_token("een-verzonnen-geheim-van-niemand").get("/api/v1/me").await;
    user.keep("een-verzonnen-geheim-van-niemand");
    assert!(user.secrets.len() >= 30, "{}", user.secrets.len());

    let platform = user.signed_in("admin@demo.example").await;
    let logged = async || Some(process.log()).filter(|log| log.contains("/api/v1/password-resets/redeem"));
    let mut seen = eventually("the log is one that says something", logged).await;
    for path in ["/api/v1/audit".to_owned(), format!("/api/v1/organisations/{organisation}/audit")] {
        let reader = if path.ends_with("v1/audit") { &platform } else { &admin };
        seen.push_str(&reader.get(&path).await.expect(200).to_string());
    }
    for secret in &user.secrets {
        assert!(!seen.contains(secret.as_str()), "{secret} was written down");
    }
    // Nor does a page that has one in its address pass it on.
    let page = user.nobody.get("/password").await;
    assert_eq!(page.headers["referrer-policy"], "no-referrer");
}
