use mutants::honest::*; use mutants::anatomy::*; use samenspel::realtime::trial::*; use samenspel::boards::Kind; use bytes::Bytes; use base64::Engine;
fn main(){
 let text=std::fs::read_to_string(std::env::args().nth(1).unwrap()).unwrap();
 let mut l=text.lines(); let h:serde_json::Value=serde_json::from_str(l.next().unwrap()).unwrap();
 let kind=Kind::from_id(h["kind"].as_str().unwrap()).unwrap();
 let mut t=Trial::open(kind.vocabulary(),vec![]).unwrap(); let c:[u64;3]=std::array::from_fn(|w|t.join(account(w)));
 for (n,line) in l.enumerate(){ let v:serde_json::Value=serde_json::from_str(line).unwrap();
  let f=base64::engine::general_purpose::STANDARD.decode(v["frame"].as_str().unwrap()).unwrap();
  t.hear(c[v["who"].as_u64().unwrap() as usize], Bytes::from(f.clone()));
  let s=t.state().unwrap(); for (w,x) in [("restart",t.after_restart().unwrap()),("snapshot",t.after_snapshot().unwrap())] {
  if !is_same_document(&s,&x) { println!("frame {n} {w}\n{:#?}\n", Update::read(&update_in(&f).unwrap_or(&[0,0])));
   let a=format!("{:#?}",Update::read(&s)); let b=format!("{:#?}",Update::read(&x)); std::fs::write("/tmp/a",a).unwrap(); std::fs::write("/tmp/b",b).unwrap(); std::process::exit(1) } } }
}
