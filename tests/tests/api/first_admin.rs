//! The first administrator, made with the one-time link that is printed at the first start.

use samenspel::accounts;
use serde_json::{Value, json};
use tests::{Person, TestServer};

pub(super) const PASSWORD: &str = "een lange zin die niemand raadt";

#[tokio::test]
async fn whoever_has_the_link_becomes_the_first_administrator() {
    let server = TestServer::start_empty().await;
    let token = token(&server).await;
    let anybody = Person::nobody(&server);
    let reply = anybody.post("/api/v1/first-admin", &admin(&token)).await;
    let cookies = reply.cookies();
    let account = reply.expect(201)["account"].clone();
    assert_eq!((&account["platform_admin"], &account["email"]), (&true.into(), &"eerste@samen.example".into()));

    let me = anybody.request(reqwest::Method::GET, "/api/v1/me").header("cookie", cookies);
    assert_eq!(Person::send(me).await.expect(200), account, "they are signed in");
    let again = json!({ "email": "Eerste@samen.example", "password": PASSWORD, "mode": "token" });
    anybody.post("/api/v1/sessions", &again).await.expect(201);
    assert_eq!(anybody.get("/api/v1/installation").await.expect(200)["needs_first_admin"], false);
}

#[tokio::test]
async fn a_link_works_once() {
    let server = TestServer::start_empty().await;
    let token = token(&server).await;
    let anybody = Person::nobody(&server);
    anybody.post("/api/v1/first-admin", &admin(&token)).await.expect(201);
    anybody.post("/api/v1/first-admin", &admin(&token)).await.expect_problem(409, "conflict");
}

#[tokio::test]
async fn two_who_use_the_link_at_once_do_not_both_become_administrator() {
    let server = TestServer::start_empty().await;
    let token = token(&server).await;
    let (one, other) = (Person::nobody(&server), Person::nobody(&server));
    let second = json!({ "token": token, "email": "tweede@samen.example", "name": "Tweede", "password": PASSWORD });
    let first = admin(&token);
    let (one, other) =
        tokio::join!(one.post("/api/v1/first-admin", &first), other.post("/api/v1/first-admin", &second));
    let mut answers = [one.status, other.status];
    answers.sort_unstable();
    assert!(answers == [201, 404] || answers == [201, 409], "{answers:?}");
}

#[tokio::test]
async fn a_wrong_link_is_not_found_and_a_weak_password_is_told_so() {
    let server = TestServer::start_empty().await;
    let token = token(&server).await;
    let anybody = Person::nobody(&server);
    anybody.post("/api/v1/first-admin", &admin("guessed")).await.expect_problem(404, "not_found");
    let with = |field: &str, value: &str| {
        let mut admin = admin(&token);
        admin[field] = value.into();
        admin
    };
    anybody.post("/api/v1/first-admin", &with("password", "te kort")).await.expect_problem(422, "weak_password");
    for field in ["email", "name"] {
        let reply = anybody.post("/api/v1/first-admin", &with(field, " ")).await;
        reply.expect_problem(422, "validation_failed");
        assert_eq!(reply.json()["errors"][0]["field"], field);
    }
    anybody.post("/api/v1/first-admin", &admin(&token)).await.expect(201);
}

#[tokio::test]
async fn where_an_administrator_is_nobody_becomes_the_first() {
    let server = TestServer::start().await;
    let app = server.app();
    let link = accounts::new_setup_link(&app.database, app.clock.as_ref(), &app.config.public_url).await.unwrap();
    assert_eq!(link, None);
    Person::nobody(&server).post("/api/v1/first-admin", &admin("any")).await.expect_problem(409, "conflict");
}

pub(super) fn admin(token: &str) -> Value {
    json!({ "token": token, "email": "eerste@samen.example", "name": "Eerste", "password": PASSWORD })
}

pub(super) async fn token(server: &TestServer) -> String {
    let app = server.app();
    let link = accounts::new_setup_link(&app.database, app.clock.as_ref(), &app.config.public_url).await.unwrap();
    let link = link.expect("there is no administrator yet");
    link.rsplit_once("/setup#").expect("the token is in the fragment").1.to_owned()
}
