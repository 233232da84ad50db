use mutants::honest::*; use mutants::anatomy::*; use samenspel::realtime::trial::*; 
fn main(){
 let (k,log,m)=mutants::evidence::read(std::path::Path::new(&std::env::args().nth(1).unwrap())).unwrap();
 let mut t=Trial::open(k.vocabulary(),log).unwrap();
 let s0=t.state().unwrap(); std::fs::write("/tmp/s0",format!("{:#?}",Update::read(&s0))).unwrap();
 println!("{:#?}", Update::read(&update_in(&m).unwrap_or(&[0,0])));
 for w in 0..3 { let c=t.join(account(w)); println!("{w} {:?}", t.hear(c, m.clone().into())); if t.log().len()>0 {} }
  let s=t.state().unwrap(); for (w,x) in [("restart",t.after_restart().unwrap()),("snapshot",t.after_snapshot().unwrap())] {
  println!("{w} {}", is_same_document(&s,&x)); 
   let a=format!("{:#?}",Update::read(&s)); let b=format!("{:#?}",Update::read(&x)); std::fs::write("/tmp/a",a).unwrap(); std::fs::write(format!("/tmp/b-{w}"),b).unwrap(); }
}
