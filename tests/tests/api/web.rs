//! The web app, as it comes out of the server. It must be built first (`make test` does that).

use tests::{Person, TestServer};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

#[tokio::test]
async fn a_page_that_has_not_changed_is_not_sent_again() {
    let server = TestServer::start().await;
    let page = Person::nobody(&server).get("/").await;
    assert_eq!(page.status, 200, "build the web first: {}", page.text());
    let etag = page.headers["etag"].to_str().unwrap();
    // Byte by byte: a client's library would drop what follows a 304, or take it for the next answer.
    let mut connection = TcpStream::connect(server.address()).await.unwrap();
    let request =
        format!("GET / HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: {etag}\r\nConnection: close\r\n\r\n");
    connection.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    connection.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 304"), "{answer}");
    let (_, body) = answer.split_once("\r\n\r\n").unwrap();
    assert_eq!(body, "");
}
