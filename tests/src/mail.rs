//! The mail of a demo, read from its outbox as somebody who tries it out does.

use serde_json::Value;

use crate::{Person, TestServer, eventually};

/// A mail as its reader sees it.
#[derive(Clone, Debug)]
pub struct Mail {
    /// The subject.
    pub subject: String,
    /// The mail as text.
    pub plain: String,
    /// The mail as HTML.
    pub html: String,
    /// Where a program for mail ends mail like this at the press of a button.
    pub unsubscribe: Option<String>,
}

/// The mails to an address, the newest first, once there are `count` of them.
pub async fn mail_to(server: &TestServer, email: &str, count: usize) -> Vec<Mail> {
    eventually(&format!("{count} mails to {email}"), async || {
        let outbox = Person::nobody(server).get("/api/v1/outbox").await.expect(200);
        let items = outbox["items"].as_array().unwrap().iter().filter(|mail| mail["to"] == email);
        let mails: Vec<Mail> = items.map(Mail::new).collect();
        (mails.len() >= count).then_some(mails)
    })
    .await
}

impl Mail {
    fn new(mail: &Value) -> Self {
        let text = |name: &str| mail[name].as_str().unwrap().to_owned();
        Self {
            subject: text("subject"),
            plain: text("plain"),
            html: text("html"),
            unsubscribe: mail["unsubscribe"].as_str().map(str::to_owned),
        }
    }

    /// The address in it.
    pub fn link(&self) -> &str {
        self.plain.split_whitespace().find(|word| word.contains("://")).expect("there is a link")
    }

    /// What stands after the `#` of the address in it.
    pub fn token(&self) -> &str {
        self.link().split_once('#').expect("the link has a secret").1
    }
}
