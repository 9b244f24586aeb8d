/** First names of the United States and Great Britain, folded. */
export const firstNamesEn = `
abbie abby abe abel abigail abram ada adam addison adele adeline agatha agnes aidan aiden aimee al alan alana albert alec alex alexa alexander
alexandra alexandria alexis alfie alfred ali alice alicia alisha alison allan allen allie allison alma alvin alyssa amanda amber amelia amy ana
anastasia andre andrea andrew andy angel angela angelica angelina angie angus anita ann anna annabel annabelle anne annette annie anthony antoine
anton antonia april arabella archie ariana arianna ariel arlene arnold art arthur arya ash asher ashlee ashleigh ashley ashton astrid aubrey audrey
august augustus aurora austin autumn ava avery axel bailey barbara barney barry bart beatrice beau becca becky bella ben benedict benjamin benny
bernadette bernard bernice bert bertha bess bessie beth bethan bethany betsy betty bev beverly beverley bianca bill billie billy blake bob bobbie
bobby bonnie brad bradley brady brandi brandon brandy breanna brenda brendan brent brett brian briana brianna bridget britney brittany brody brooke
brooklyn bruce bryan bryce bryn bryony byron caden cait caitlin caleb callie callum calvin cameron camila camilla camille candace candice cara carl
carla carlton carly carmen carol carole caroline carolyn carrie carson carter carys casey cass cassandra cassie catherine cathy cecil cecilia cedric
celia celine chad chandler charlene charles charley charlie charlotte chase chelsea cher cherie cheryl chester chet chloe chris chrissy christa
christian christie christina christine christopher christy chuck ciara cindy claire clara clare clarence clarissa clark claude claudia clay clayton
cliff clifford clint clinton clive clyde cody cole colette colin colleen collin conner connie connor conor constance cooper cora corey cornelius cory
courtney craig cristina crystal curtis cynthia daisy dakota dale dallas dalton damian damien damon dan dana dane daniel danielle danny daphne darcy
darius darla darlene darrell darren darryl dave david dawn dawson dean deanna deb debbie deborah debra declan dee deirdre delia delilah della delores
denise dennis derek desiree desmond devin devon dexter diana diane dianne dick diego dillon dina dirk dolly dolores dom dominic dominique don donald
donna donovan dora doreen doris dorothy dot doug douglas drew duane dustin dwayne dwight dylan eamon earl ed eddie edgar edith edmund edna edward edwin
effie eileen elaine eleanor elena eli elias elijah elisa elise eliza elizabeth ella elle ellen ellie elliot elliott ellis elmer eloise elsa elsie elton
elvis emerson emilia emily emma emmanuel emmett enid eric erica erick erik erika erin ernest ernie esme estelle esther ethan ethel eugene eunice eva
evan evangeline eve evelyn everett ewan ezra faith fay faye felicia felicity felix fern finlay finley finn fiona flo flora florence floyd flynn frances
francesca francis frank frankie franklin fred freddie frederick freya gabe gabriel gabriella gabrielle gail gareth garrett gary gavin gayle gemma gene
genevieve geoff geoffrey george georgia georgie georgina gerald geraldine gerard gerry gertrude gilbert gillian gina ginger ginny giselle gladys glen
glenda glenn gloria gordon grace gracie graeme graham grant gray grayson greg gregg gregory greta gretchen griffin guy gwen gwendolyn hailey hal haley
hallie hank hannah harley harold harper harriet harris harrison harry harvey hattie hayden hayley hazel heath heather hector heidi helen helena henrietta
henry herbert herman hester hilary hilda holly hope howard hubert hudson hugh hugo hunter ian ibrahim ida imogen ina india ingrid ira irene iris irma
irving isaac isabel isabella isabelle isaiah isla isobel israel ivan ivy izzy jace jack jackie jackson jacob jacqueline jacqui jade jaden jake jamal
james jamie jan jane janelle janet janice janine jared jasmine jason jasper jay jayden jayne jean jeanette jeanne jeannie jeff jefferson jeffrey jen jenna
jennie jennifer jenny jeremiah jeremy jerome jerry jess jesse jessica jessie jill jillian jim jimmie jimmy jo joan joanna joanne jocelyn jodie jody joe
joel joey john johnny jon jonah jonas jonathan jordan jordyn joseph josephine josh joshua josie joy joyce juan juanita judith judy jules julia julian juliana
julie juliet june justin justine kaitlyn kara karen karl karla kate katelyn katharine katherine kathleen kathryn kathy katie katrina kay kayla kaylee kaylie
keegan keira keith kelley kelli kellie kelly kelsey kelvin ken kendall kendra kenneth kenny kent kerri kerry kevin kiera kieran kim kimberly kimberley kingsley
kirk kirsten kirsty kit kitty kris krista kristen kristi kristin kristina kristine kristy kurt kyla kyle kylie lacey lana lance landon lara larry latasha
latoya laura lauren laurence laurie lawrence layla leah leanne lee leigh leila lela lena leo leon leona leonard leroy lesley leslie lester leticia levi lewis
lexi liam libby lila lilian lillian lillie lily lincoln linda lindsay lindsey linnea lionel lisa liz liza lizzie lloyd logan lois lola lonnie lora loren
lorena loretta lori lorna lorraine lottie lou louie louis louisa louise lucas lucia lucille lucinda lucy luke lulu luna luther lydia lyle lyn lynda lyndon
lynn lynne mabel mackenzie macy maddie maddison madeleine madeline madison mae maggie maisie malachi malcolm mallory mandy marc marcia marco marcus margaret
margie margot marguerite maria mariah marian marianne marie marilyn marina marion marissa marjorie mark marla marlene marlon marsha marshall martha martin
martina marty marvin mary mason mateo matilda matt matthew maude maureen maurice mavis max maxine maxwell may maya mckenzie meg megan meghan mel melanie
melinda melissa melody melvin mercedes meredith mia micah michael michaela micheal michele michelle mick mike mikey mila mildred miles miley millie milo
milton mimi mindy minnie miranda miriam misty mitch mitchell moira mollie molly mona monica monique monty morgan morris moses muriel myles myra myrtle nadia
nadine nan nancy naomi nat natalia natalie natasha nate nathan nathaniel neal ned neil nell nellie nelson nessa neve neville nia niamh nicholas nichole nick
nicky nico nicola nicolas nicole nigel nikki nina noah noel noelle nolan nora noreen norma norman nova octavia olive oliver olivia ollie oona opal ophelia
orla oscar otis owen paige pam pamela paris parker pat patience patrice patricia patrick patsy patti patty paul paula pauline payton pearl peggy penelope
penny percy perry pete peter petra peyton phil philip philippa phillip phoebe phyllis pippa piper polly poppy porter preston priscilla prudence queenie quentin
quincy quinn rachael rachel ralph ramona randall randy raphael raquel raven ray raymond reagan rebecca rebekah reece reed reese reggie regina reginald reid
rena renee reuben rex rhea rhett rhiannon rhoda rhonda rhys ricardo rich richard richie rick rickey ricky rihanna riley rita river rob robbie robert roberta
robin robyn rochelle rocky rod roderick rodney roger roland roman ron ronald ronan ronnie rory rosa rosalie rosalind rosamund rose roseanne rosemary rosie ross
rowan rowena roxanne roy ruby rudy rufus rupert russ russell rusty ruth ryan ryder rylan sabrina sadie sally sam samantha sammy samson samuel sandra sandy sara
sarah sasha saul savannah sawyer scarlett scott sean sebastian selena selina serena seth shane shania shannon shari sharon shaun shauna shawn shayla shayna
sheila shelby sheldon shelley shelly sheri sherman sherri sherry shirley sian sid sidney sienna sierra silas simon simone siobhan skye skylar sofia sonia sonny
sonya sophia sophie spencer stacey stacy stan stanley stefan stella steph stephan stephanie stephen steve steven stevie stewart stuart sue summer susan susanna
susannah susie suzanne suzie sybil sydney sylvia tabitha talia tamara tami tammy tamsin tania tanya tara tasha tate taylor ted teddy teresa teri terrance
terrell terrence terri terry tessa thelma theo theodore theresa thomas tia tiana tiffany tilly tim timmy timothy tina toby todd tom tommy toni tony tonya tori
tracey traci tracy travis trent trevor tricia trina trinity trisha tristan troy trudy tucker ty tyler tyrone tyson ursula valerie van vanessa vaughn vera verity
vernon veronica vic vicki vickie vicky victor victoria vince vincent viola violet virgil virginia vivian vivien vivienne wade walker wallace wally walter wanda
warren wayne wendell wendy wesley whitney wilbur wilfred will willa william willie willis willow wilma winifred winnie winston wyatt xander xavier yasmin yolanda
gaz gazza baz bazza shaz shazza daz dazza trev kev kez jez jezza chaz chazza maz taz tommo robbo macca davo deano stevo nige bez loz lozza mads maddie hattie kenz
hank bubba jimbo tasha keisha latoya lashawn deshawn tyrese jaylen jayden kayden braxton paisley kinsley everleigh skyler presley
yvette yvonne zac zach zachary zack zane zara zeke zelda zoe zoey`;
