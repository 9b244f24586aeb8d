/** First names of India, folded. */
export const firstNamesIn = `
aadhya aadi aaditya aakash aamir aanya aarav aarti aarushi aarya aashish abdul abhay abhijeet abhijit abhilash abhinav abhishek aditi aditya
advait ahmed aishwarya ajay ajit ajith akash akhil akshara akshat akshay alka alok aman amar ambika amey amir amisha amit amita amitabh amol
amrit amrita amruta anand ananya anchal angad anika aniket anil anirudh anisha anita anjali anjana anju ankit ankita ankur anmol anshul anu
anuj anup anupam anupama anuradha anurag anushka aparna apoorva archana arijit arjun armaan arnav arpit arpita arshad aruna arun arundhati
arvind asha ashish ashok ashutosh ashwin ashwini asif aslam atharva atul avantika avinash ayaan ayesha ayush babita bala balaji bharat bharath
bharati bhaskar bhavana bhavesh bhavna bhavya bhumika bhupesh bhushan bina bindu bipin brijesh chaitanya chandan chandra chandni charu chetan
chetna chirag chitra damini darshan darshana debasish deepa deepak deepali deepika deepti dev devansh devendra devi devika dhanush dhara dharmendra
dhruv dilip dimple dinesh dipak dipika disha divya divyansh diya durga dushyant ekta esha farah farhan farida faisal fatima firoz gagan ganesh garima
gaurav gauri gautam gayatri geeta geetha girish gita gokul gopal gopi govind gulshan gunjan gurpreet guru hameed hamza hansa hardik hari harini
harish harpreet harsh harsha harshad harshit harshita hema hemant hemlata himani himanshu hina hitesh imran indira indu irfan isha ishaan ishita
jagdish jahnavi jai jaideep janaki janhvi jaspreet jatin jaya jayant jayanti jayesh jayshree jeevan jignesh jitendra jyoti jyotsna kabir kailash
kajal kala kalpana kalyan kalyani kamal kamala kamini kamlesh kanchan kanika kapil karan karishma kartik karthik kasturi kaushal kaushik kavita
kavitha kavya kedar keerthi keerthana ketaki ketan khushboo khushi kiran kirti kishan kishore komal krishna krishnan kriti krutika kuldeep kumar
kunal kushal lakshman lakshmi lalit lalita lata latha lavanya laxman laxmi leela lokesh madhav madhavi madhu madhur madhuri mahendra mahesh mahima
maitri mala malati malini mallika mamta manan manasi mandeep mangesh manik manish manisha manjeet manjot manju manjula manjunath manmohan manoj mansi
manu maya mayank mayur meena meenakshi meera megha meghana mehul milind minal mita mithun mitali mohan mohammed mohini mohit mona monika monisha mridul
mrinal mrunal mukesh mukta mukul murali murugan muskan nabila nafisa nagesh naina naman namita namrata nandan nandini nandita narayan narayanan narendra
naresh naveen navin navya navneet nayan neelam neel neelima neena neeraj neeta neetu neha nidhi nihal nihar nikhil nikita nikhila nilesh nimisha
niraj niranjan nirav nirmal nirmala nisha nishant nishita nitesh nithya nitika nitin nitya niyati nupur om omkar padma padmini pallavi pankaj parag
paresh pari parmeet parth parthiv parul parvati parveen pavan pavithra pawan payal piyush pooja poonam poornima prabha prabhakar prabhat prabhu prachi
pradeep pradnya pragati pragya prajakta prakash pramod pranali pranav praneeth pranay pranita prasad prasanna prashant prateek pratibha pratik pratiksha
pratima praveen prem prerna preeti priti pritam prithvi priya priyadarshini priyanka puja pulkit puneet punit purnima purushottam pushkar pushpa rachana
rachna radha radhika raghav raghu raghunath rahul raj raja rajan rajani rajat rajeev rajendra rajesh rajeshwari rajiv rajkumar rajni raju rakesh rakhi
raksha ram rama ramakrishna raman ramesh ramya ranbir rani ranjan ranjana ranjit ranjith ranveer rashi rashid rashmi ratan rati ravi ravindra reema reena
rekha renu renuka resham reshma reva revathi rhea richa ridhi rima rishab rishabh rishi rita ritesh ritika ritu riya riyaz rohan rohini rohit roshan
roshni ruchi ruchika ruchita rukmini rupa rupali rupesh rushikesh rutuja saba sachin sadhana safiya sagar sahana sahil sai saif sakshi salim salman
sameer samir samiksha sampada sana sanchita sandeep sandhya sandip sangeeta sangita sanika sanjana sanjay sanjeev sanjiv sanket santosh sapna sarala
sarang saraswati sarita sarvesh satish satya satyam saurabh saurav savita seema sejal shabana shabnam shahid shaila shailaja shailesh shaheen shahrukh
shakti shalini shama shankar shantanu shanti sharad sharda sharmila sharvari shashank shashi sheela sheetal shilpa shital shiv shiva shivam shivangi
shivani shobha shoaib shraddha shreya shreyas shridhar shrikant shristi shruti shubha shubham shubhangi shweta shyam siddharth siddhi simran sindhu sita
smita smriti sneha snehal sohail sohan soham sonal sonali sonam sonia sonu soumya sourabh sourav sowmya spandana sravani sreeja sridevi sridhar srinivas
srinivasan sruthi stuti subhash subramaniam suchitra sudha sudhakar sudhir sudheer suhani suhas sujata sujay sujit sukanya sulochana suma suman sumanth
sumeet sumit sumitra sunanda sundar suneel sunil sunita suparna supriya suraj surabhi surbhi surendra suresh suryakant surya sushant sushil sushma swapna
swapnil swara swathi swati tabassum tanisha tanmay tanu tanuja tanvi tapan tara tarun tejal tejas tejaswini trupti tulsi tushar uday ujjwal uma umesh
urmila urvashi usha utkarsh uttam vaibhav vaidehi vaishali vaishnavi vandana vani varsha varun vasant vasanthi vasudha veda veena veer venkat venkatesh
vibha vidhi vidya vidyut vihaan vijay vijaya vikas vikram vikrant vimal vimala vinay vinayak vineet vineeta vinita vinod vipin vipul viraj viren vishakha
vishal vishnu vishwas vivek yamini yash yashas yashasvi yashoda yasmeen yogesh yogita yukta yuvraj zainab zara zeenat zoya`;
