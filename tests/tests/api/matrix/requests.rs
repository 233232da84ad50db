//! What every route of the API is sent.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{DEMO_PASSWORD, Person};

use super::{ENTRY, NOWHERE};

/// A route, as the description of the API has it.
pub(crate) struct Route {
    pub(crate) method: Method,
    pub(crate) path: String,
    takes_a_body: bool,
}

/// All there are, by their path.
pub(crate) fn routes() -> Vec<Route> {
    let description = serde_json::to_value(samenspel::openapi::describe()).unwrap();
    let mut routes = Vec::new();
    for (path, operations) in description["paths"].as_object().unwrap() {
        for (method, operation) in operations.as_object().unwrap() {
            let method = method.to_uppercase().parse().unwrap();
            let takes_a_body = operation.get("requestBody").is_some();
            routes.push(Route { method, path: path.clone(), takes_a_body });
        }
    }
    routes.sort_by(|one, other| (&one.path, one.method.as_str()).cmp(&(&other.path, other.method.as_str())));
    routes
}

impl Route {
    /// A body of which nothing is wrong but, where it names something, that it names what is not there.
    pub(super) fn body(&self, person: &Person) -> Option<Value> {
        self.takes_a_body.then(|| body(&self.method, &self.path, person))
    }
}

fn body(method: &Method, path: &str, person: &Person) -> Value {
    match (method.as_str(), path) {
        ("POST", "/api/v1/organisations") => {
            json!({ "name": "Nieuw", "admin": { "email": "nieuw@demo.example", "name": "Nieuw" } })
        }
        ("PATCH", "/api/v1/organisations/{id}") => json!({ "name": "Een andere naam" }),
        ("POST", "/api/v1/organisations/{id}/accounts") => {
            json!({ "email": "collega@demo.example", "name": "Een Collega" })
        }
        ("POST", "/api/v1/organisations/{id}/accounts/import") => {
            json!({ "text": "een@demo.example", "preview": true })
        }
        ("PATCH", "/api/v1/organisations/{id}/accounts/{account_id}") => json!({ "name": "Een Ander" }),
        ("PUT", "/api/v1/partnerships/{id}/visit") => json!({ "cursor": "guessed" }),
        ("POST", "/api/v1/partnerships/{id}/rooms-to-move") => {
            json!({ "account_id": themselves(person), "words": "Beslissen over de folder", "until": super::next_month() })
        }
        ("POST", "/api/v1/partnerships/{id}/assignments") => {
            json!({ "role_id": ENTRY, "account_id": themselves(person) })
        }
        ("POST", "/api/v1/partnerships/{id}/guests") => {
            json!({ "email": "gast@elders.example", "name": "Gast", "part": "observer" })
        }
        ("POST", "/api/v1/me/partnership-invitations/{id}/accept") => json!({ "mandated": [NOWHERE] }),
        ("POST", "/api/v1/partnerships/{id}/conclusion") => json!({ "words": "Het is klaar." }),
        ("PUT", "/api/v1/partnerships/{id}/conclusion/decision") => json!({ "agrees": false }),
        ("POST", "/api/v1/partnerships/{id}/scans") => json!({ "kind": "pulse", "planned_for": "2030-01-01" }),
        ("PATCH", "/api/v1/partnerships/{id}/scans/{scan_id}") => json!({ "planned_for": "2030-01-02" }),
        ("POST", "/api/v1/partnerships/{id}/scans/{scan_id}/open") => {
            json!({ "mode": "partner_voice", "days": 7 })
        }
        ("POST", "/api/v1/partnerships/{id}/scans/{scan_id}/sending") => json!({ "choice": "A".repeat(43) }),
        ("PUT", "/api/v1/partnerships/{id}/scans/{scan_id}/voice") => scan_answers(),
        ("POST", "/api/v1/partnerships/{id}/improvements") => {
            json!({ "title": "Elke maand bellen", "owner_id": themselves(person), "due": "2030-01-01", "start": "later" })
        }
        ("PATCH", "/api/v1/partnerships/{id}/improvements/{improvement_id}") => json!({ "due": "2030-01-02" }),
        (
            "POST",
            "/api/v1/partnerships/{id}/improvements/{improvement_id}/finish"
            | "/api/v1/partnerships/{id}/improvements/{improvement_id}/drop",
        ) => json!({ "outcome": "Zo is het" }),
        ("POST", "/api/v1/partnerships/{id}/successes")
        | ("PUT", "/api/v1/partnerships/{id}/successes/{success_id}") => {
            json!({ "words": "De eerste taalochtend", "happened_on": "2026-11-22" })
        }
        ("POST", "/api/v1/ballots") => json!({ "ballot": "guessed", "response": scan_answers() }),
        ("POST", "/api/v1/partners/{id}/members" | "/api/v1/partnerships/{id}/leads") => {
            json!({ "account_id": NOWHERE })
        }
        ("PATCH", "/api/v1/partners/{id}/members/{account_id}") => json!({ "mandated": true }),
        ("POST", "/api/v1/partnerships") => json!({ "name": "Een nieuw verband" }),
        ("PATCH", "/api/v1/partnerships/{id}") => json!({ "challenge": "Een andere opgave" }),
        ("POST", "/api/v1/partnerships/{id}/partners") => json!({ "organisation_id": NOWHERE }),
        ("POST", "/api/v1/first-admin") => json!({
            "token": "guessed", "email": "eerste@demo.example", "name": "Eerste", "password": "een lange zin die niemand raadt",
        }),
        ("POST", "/api/v1/me/notifications/read") => json!({ "up_to": NOWHERE }),
        ("PUT", "/api/v1/me/notifications/mail") => json!({ "pace": "daily" }),
        ("POST", "/api/v1/mail-pace") => json!({ "token": "guessed", "pace": "never" }),
        ("PATCH", "/api/v1/me") => json!({ "language": "nl" }),
        ("PUT", "/api/v1/me/password") => {
            json!({ "current_password": "guessed", "password": "een lange zin die niemand raadt" })
        }
        ("PUT", "/api/v1/me/address") => {
            json!({ "current_password": "guessed", "email": "ander@demo.example" })
        }
        ("POST", "/api/v1/invitations/look" | "/api/v1/address-confirmations") => {
            json!({ "token": "guessed" })
        }
        ("POST", "/api/v1/invitations/accept") => json!({
            "token": "guessed", "name": "Eerste", "password": "een lange zin die niemand raadt", "language": "nl",
        }),
        ("POST", "/api/v1/password-resets") => json!({ "email": "niemand@demo.example" }),
        ("POST", "/api/v1/password-resets/redeem") => {
            json!({ "token": "guessed", "password": "een lange zin die niemand raadt" })
        }
        ("POST", "/api/v1/sessions") => {
            json!({ "email": "lead@demo.example", "password": DEMO_PASSWORD, "mode": "token" })
        }
        ("POST", "/api/v1/sessions/refresh") => {
            let token = if person.token().is_some() { person.refresh_token() } else { "guessed" };
            json!({ "refresh_token": token })
        }
        _ => of_boards(method, path),
    }
}

/// What is sent about what stands on boards.
fn of_boards(method: &Method, path: &str) -> Value {
    match (method.as_str(), path) {
        ("POST", "/api/v1/boards/{id}/notes") => json!({ "block": "channels", "text": "Een kaart" }),
        ("PATCH", "/api/v1/boards/{id}/notes/{note_id}") => json!({ "text": "Een andere kaart" }),
        ("POST", "/api/v1/boards/{id}/notes/import") => json!({ "text": "Een kaart", "block": "channels" }),
        ("POST", "/api/v1/boards/{id}/threads") => thread(),
        ("POST", "/api/v1/threads/{id}/comments") | ("PATCH", "/api/v1/comments/{id}") => {
            json!({ "text": "Ik ook" })
        }
        ("POST", "/api/v1/boards/{id}/restore") => json!({ "at": 1 }),
        ("POST", "/api/v1/boards/{id}/roles") => json!({ "title": "Een rol" }),
        ("PATCH", "/api/v1/boards/{id}/roles/{role_id}") => json!({ "title": "Een andere rol" }),
        ("POST", "/api/v1/boards/{id}/values") => json!({ "name": "Een waarde" }),
        ("PATCH", "/api/v1/boards/{id}/values/{value_id}") => json!({ "name": "Een andere waarde" }),
        ("PUT", "/api/v1/boards/{id}/headline") => json!({ "text": "Een kop" }),
        ("PUT", "/api/v1/boards/{id}/statement" | "/api/v1/boards/{id}/horizon") => {
            json!({ "markdown": "Een tekst" })
        }
        _ => of_ambition(method, path),
    }
}

/// What is sent about an ambition and values, and on the way there.
fn of_ambition(method: &Method, path: &str) -> Value {
    match (method.as_str(), path) {
        ("POST", "/api/v1/partnerships/{id}/individual-ambitions") => {
            json!({ "kind": "personal", "visible_to": "me", "words": "Zelf beter leren lezen" })
        }
        ("PUT", "/api/v1/partnerships/{id}/views/own") => json!({ "seeing": "Zo", "doing": "Dit", "urgency": 3 }),
        ("POST", "/api/v1/partnerships/{id}/overlaps") => {
            let part = |id: &str| json!({ "partner_id": id, "quote": "" });
            json!({ "words": "Ouders", "parts": [part(NOWHERE), part(ENTRY)] })
        }
        ("POST", "/api/v1/partnerships/{id}/phase") => json!({ "from": "share_ambition", "to": "share_ambition" }),
        ("PUT", "/api/v1/partnerships/{id}/phases/{phase}/readiness") => json!({ "readiness": "ready" }),
        ("POST", "/api/v1/partnerships/{id}/ambition/links") => json!({ "days": 1 }),
        ("POST", "/api/v1/partnerships/{id}/block-links") => {
            json!({ "board_id": NOWHERE, "block": "channels", "days": 1 })
        }
        ("PUT", "/api/v1/partnerships/{id}/guest-remarks/{remark_id}/settled") => json!({ "settled": true }),
        ("POST", "/api/v1/shared-block/remarks") => json!({ "token": "guessed", "id": NOWHERE, "words": "Iets" }),
        ("POST", "/api/v1/shared-ambition" | "/api/v1/shared-block") => json!({ "token": "guessed" }),
        ("POST", "/api/v1/partnerships/{id}/ambition/versions") => json!({ "seq": 1 }),
        ("POST", "/api/v1/partnerships/{id}/business-model/versions") => json!({ "hash": "guessed" }),
        (
            "PUT",
            "/api/v1/partnerships/{id}/ambition/versions/{number}/endorsement"
            | "/api/v1/partnerships/{id}/business-model/versions/{number}/endorsement",
        ) => json!({ "answer": "yes" }),
        ("PUT", "/api/v1/partnerships/{id}/values/{value_id}/strength") => json!({ "strength": 3 }),
        ("POST", "/api/v1/partnerships/{id}/own-values") => json!({ "words": "Rust", "visible_to": "me" }),
        (
            "PATCH",
            "/api/v1/partnerships/{id}/individual-ambitions/{ambition_id}"
            | "/api/v1/partnerships/{id}/own-values/{own_value_id}",
        ) => json!({ "visible_to": "all" }),
        ("POST", "/api/v1/partnerships/{id}/tension-checks") => json!({ "belief": "Ja", "shared_with": "nobody" }),
        ("PATCH", "/api/v1/partnerships/{id}/tension-checks/{check_id}") => json!({ "shared_with": "all" }),
        ("PUT", "/api/v1/partnerships/{id}/profiles/own") => {
            json!({ "content": { "part": "drives", "drives": ["impact"] }, "visible_to": "me" })
        }
        ("POST", "/api/v1/partnerships/{id}/recognitions") => {
            json!({ "account_id": NOWHERE, "quality": "vision", "example": "Jij zag het als eerste." })
        }
        ("PUT", "/api/v1/partnerships/{id}/recognitions/{recognition_id}/answer") => json!({ "state": "accepted" }),
        ("PUT", "/api/v1/partnerships/{id}/roles/{role_id}/wish") => {
            json!({ "wish": "fine", "energy": 1, "shared_with": "all" })
        }
        ("PUT", "/api/v1/partnerships/{id}/role-capacity") => json!({ "roles": 2, "shared_with": "lead" }),
        (_, path) if path.ends_with("/voice") && path.contains("/rooms-to-move/") => json!({ "gives": false }),
        (_, path) if path.ends_with("/reading") => json!({ "taken": 0, "given": -1 }),
        ("POST", "/api/v1/partnerships/{id}/canvases") => {
            json!({ "title": "Zonder subsidie", "copy_of": NOWHERE })
        }
        ("PUT", "/api/v1/partnerships/{id}/canvases/current") => json!({ "board_id": NOWHERE }),
        ("PUT", "/api/v1/partnerships/{id}/canvases/{board_id}/title") => json!({ "title": "Zonder subsidie" }),
        ("PUT", "/api/v1/partnerships/{id}/canvases/{board_id}/put-away") => json!({ "put_away": true }),
        ("POST", "/api/v1/partnerships/{id}/ledger/lines") => ledger_line("Zaalhuur"),
        ("POST", "/api/v1/partnerships/{id}/ledger/import/preview") => json!({ "text": "wat,soort\nZaal,kosten" }),
        ("POST", "/api/v1/partnerships/{id}/ledger/import") => {
            json!({ "text": "wat,soort\nZaal,kosten", "digest": "of another preview" })
        }
        ("PUT", "/api/v1/partnerships/{id}/ledger/lines/{line_id}") => ledger_line("Huur van de zaal"),
        ("PUT", "/api/v1/partnerships/{id}/ledger/beginning") => json!({ "month": "2031-01" }),
        ("POST", "/api/v1/partnerships/{id}/card-links") => {
            let line = json!({ "kind": "ledger_line", "line_id": NOWHERE });
            json!({ "board_id": NOWHERE, "card_id": ENTRY, "target": line })
        }
        ("POST", "/api/v1/boards/{id}/brainstorms") => json!({ "block": "channels", "minutes": 5 }),
        ("PUT", "/api/v1/boards/{id}/brainstorms/{brainstorm_id}/time") => json!({ "minutes": 0 }),
        ("PUT", "/api/v1/boards/{id}/brainstorms/{brainstorm_id}/done") => json!({ "done": true }),
        (_, path) if path.contains("/brainstorms/{brainstorm_id}/cards") => json!({ "text": "De markt" }),
        (_, path) if path.contains("/contributions") => json!({ "direction": "seeks", "words": "Lezers" }),
        _ => panic!("say in requests.rs what {method} {path} is sent"),
    }
}

/// A joint line.
pub(super) fn ledger_line(words: &str) -> Value {
    json!({
        "kind": "cost", "nature": "money", "words": words, "amount": 1000, "frequency": "monthly",
        "certainty": "assumed",
    })
}

fn themselves(person: &Person) -> &str {
    if person.id().is_empty() { NOWHERE } else { person.id() }
}

/// Something about a passage of an ambition.
pub(super) fn thread() -> Value {
    let passage = json!({ "kind": "passage", "field": "horizon", "start": "AQ==", "end": "AQ==", "quote": "Iets" });
    json!({ "anchor": passage, "text": "Dit vind ik mooi" })
}

/// Answers to everything that a scan asks.
fn scan_answers() -> Value {
    let content: Value =
        serde_json::from_str(include_str!("../../../../web/src/content/scan.json")).expect("the content is JSON");
    let list = |of: &Value, name: &str| of[name].as_array().cloned().unwrap_or_default();
    let factors = list(&content, "perspectives").into_iter().flat_map(|perspective| list(&perspective, "factors"));
    let statements = factors.flat_map(|factor| list(&factor, "statements"));
    let answers = statements.map(|statement| (statement["id"].as_str().unwrap().to_owned(), json!(4)));
    json!({ "answers": answers.collect::<serde_json::Map<_, _>>() })
}
