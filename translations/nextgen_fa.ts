<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa" sourcelanguage="en">
<context>
    <name>Calendar</name>
    <message>
        <source>Farvardin</source>
        <translation>فروردین</translation>
    </message>
    <message>
        <source>Ordibehesht</source>
        <translation>اردیبهشت</translation>
    </message>
    <message>
        <source>Khordad</source>
        <translation>خرداد</translation>
    </message>
    <message>
        <source>Tir</source>
        <translation>تیر</translation>
    </message>
    <message>
        <source>Mordad</source>
        <translation>مرداد</translation>
    </message>
    <message>
        <source>Shahrivar</source>
        <translation>شهریور</translation>
    </message>
    <message>
        <source>Mehr</source>
        <translation>مهر</translation>
    </message>
    <message>
        <source>Aban</source>
        <translation>آبان</translation>
    </message>
    <message>
        <source>Azar</source>
        <translation>آذر</translation>
    </message>
    <message>
        <source>Dey</source>
        <translation>دی</translation>
    </message>
    <message>
        <source>Bahman</source>
        <translation>بهمن</translation>
    </message>
    <message>
        <source>Esfand</source>
        <translation>اسفند</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>شنبه</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>یکشنبه</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>دوشنبه</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>سه‌شنبه</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>چهارشنبه</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>پنجشنبه</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>جمعه</translation>
    </message>
    <message>
        <source>Sa</source>
        <translation>ش</translation>
    </message>
    <message>
        <source>Su</source>
        <translation>ی</translation>
    </message>
    <message>
        <source>Mo</source>
        <translation>د</translation>
    </message>
    <message>
        <source>Tu</source>
        <translation>س</translation>
    </message>
    <message>
        <source>We</source>
        <translation>چ</translation>
    </message>
    <message>
        <source>Th</source>
        <translation>پ</translation>
    </message>
    <message>
        <source>Fr</source>
        <translation>ج</translation>
    </message>
</context>
<context>
    <name>CellMark</name>
    <message>
        <source>Repaired</source>
        <translation>اصلاح‌شده</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>ویرایش‌شده</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>خطا</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>تکراری</translation>
    </message>
</context>
<context>
    <name>Cheque</name>
    <message>
        <source>Sayad id</source>
        <translation>شناسهٔ صیادی</translation>
    </message>
    <message>
        <source>Dealer</source>
        <translation>نماینده</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>مبلغ</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>سررسید</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>وضعیت</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>بانک</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>شعبه</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>سری</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>سریال</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>شماره حساب</translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation>شبا</translation>
    </message>
    <message>
        <source>Drawer</source>
        <translation>صادرکننده</translation>
    </message>
    <message>
        <source>Drawer&apos;s national id</source>
        <translation>شناسهٔ ملی صادرکننده</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>شرح</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>زمان ثبت</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>آخرین تغییر</translation>
    </message>
</context>
<context>
    <name>ChequeEvent</name>
    <message>
        <source>Date</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>عملیات</translation>
    </message>
    <message>
        <source>From</source>
        <translation>از وضعیت</translation>
    </message>
    <message>
        <source>To</source>
        <translation>به وضعیت</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>یادداشت</translation>
    </message>
    <message>
        <source>By</source>
        <translation>کاربر</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>شناسهٔ درخواست</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>زمان ثبت</translation>
    </message>
</context>
<context>
    <name>ChequeImport</name>
    <message>
        <source>File</source>
        <translation>فایل</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>قالب</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>برگه</translation>
    </message>
    <message>
        <source>Header row</source>
        <translation>سطر عنوان</translation>
    </message>
    <message>
        <source>Amounts in</source>
        <translation>واحد مبلغ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>وضعیت</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>سطرها</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>آماده</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>اصلاح‌شده</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>تکراری</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>خطادار</translation>
    </message>
    <message>
        <source>Sum of the ready rows</source>
        <translation>جمع سطرهای آماده</translation>
    </message>
    <message>
        <source>Posted rows</source>
        <translation>سطرهای ثبت‌شده</translation>
    </message>
    <message>
        <source>Kept rows</source>
        <translation>سطرهای مانده</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>زمان دریافت</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>آخرین تغییر</translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>On hand</source>
        <translation>نزد صندوق</translation>
    </message>
    <message>
        <source>Deposited</source>
        <translation>واگذار به بانک</translation>
    </message>
    <message>
        <source>Cleared</source>
        <translation>وصول‌شده</translation>
    </message>
    <message>
        <source>Bounced</source>
        <translation>برگشتی</translation>
    </message>
    <message>
        <source>Endorsed</source>
        <translation>خرج‌شده</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>عودت‌شده</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>باطل</translation>
    </message>
    <message>
        <source>Legal action</source>
        <translation>حقوقی</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>دریافت</translation>
    </message>
    <message>
        <source>Deposit at bank</source>
        <translation>واگذاری به بانک</translation>
    </message>
    <message>
        <source>Take back from bank</source>
        <translation>استرداد از بانک</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>وصول</translation>
    </message>
    <message>
        <source>Bounce</source>
        <translation>برگشت</translation>
    </message>
    <message>
        <source>Deposit again</source>
        <translation>واگذاری دوباره</translation>
    </message>
    <message>
        <source>Settle in cash</source>
        <translation>تسویهٔ نقدی</translation>
    </message>
    <message>
        <source>Return to drawer</source>
        <translation>عودت به صادرکننده</translation>
    </message>
    <message>
        <source>Endorse</source>
        <translation>خرج چک</translation>
    </message>
    <message>
        <source>Take back from endorsee</source>
        <translation>پس‌گرفتن چک خرج‌شده</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>در حال خواندن فایل</translation>
    </message>
    <message>
        <source>Staged</source>
        <translation>آمادهٔ بررسی</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>ثبت‌شده</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>برگردانده‌شده</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>ناموفق</translation>
    </message>
    <message>
        <source>Rial</source>
        <translation>ریال</translation>
    </message>
    <message>
        <source>Toman</source>
        <translation>تومان</translation>
    </message>
    <message>
        <source>Bronze</source>
        <translation>برنزی</translation>
    </message>
    <message>
        <source>Silver</source>
        <translation>نقره‌ای</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>طلایی</translation>
    </message>
    <message>
        <source>Platinum</source>
        <translation>پلاتینی</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>فعال</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>معلق</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>بسته</translation>
    </message>
</context>
<context>
    <name>Dealer</name>
    <message>
        <source>Code</source>
        <translation>کد</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>نام شرکت</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>سطح</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>وضعیت</translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation>سقف اعتبار</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>زمان ایجاد</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>آخرین تغییر</translation>
    </message>
</context>
<context>
    <name>Exposure</name>
    <message>
        <source>Credit limit</source>
        <translation>سقف اعتبار</translation>
    </message>
    <message>
        <source>Invoiced</source>
        <translation>فاکتورشده</translation>
    </message>
    <message>
        <source>Unbilled orders</source>
        <translation>سفارش‌های فاکتورنشده</translation>
    </message>
    <message>
        <source>Cheques on hand</source>
        <translation>چک‌های نزد صندوق</translation>
    </message>
    <message>
        <source>Cheques deposited</source>
        <translation>چک‌های واگذارشده</translation>
    </message>
    <message>
        <source>Cheques endorsed</source>
        <translation>چک‌های خرج‌شده</translation>
    </message>
    <message>
        <source>Cheques bounced</source>
        <translation>چک‌های برگشتی</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>اعتبار مصرف‌شده</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>اعتبار آزاد</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>تا تاریخ</translation>
    </message>
    <message>
        <source>Back within the limit on</source>
        <translation>بازگشت به زیر سقف در</translation>
    </message>
</context>
<context>
    <name>ExposureDocument</name>
    <message>
        <source>Number</source>
        <translation>شماره</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>مبلغ</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>سررسید</translation>
    </message>
</context>
<context>
    <name>LedgerLine</name>
    <message>
        <source>Date</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>حساب</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>عملیات</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>سند</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>بدهکار</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>بستانکار</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>مانده</translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>%1 in rials</source>
        <translation>%1 به ریال</translation>
    </message>
    <message>
        <source>%1 rials</source>
        <translation>%1 ریال</translation>
    </message>
    <message>
        <source>%1 tomans</source>
        <translation>%1 تومان</translation>
    </message>
</context>
<context>
    <name>RecordModel</name>
    <message>
        <source>Yes</source>
        <translation>بله</translation>
    </message>
    <message>
        <source>No</source>
        <translation>خیر</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Signed in</source>
        <translation>زمان ورود</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>پایان</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>آخرین فعالیت</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>نشانی</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>برنامه</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>همین نشست</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Tenant</source>
        <translation>سازمان</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>رایانامه</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>گذرواژه</translation>
    </message>
</context>
<context>
    <name>User</name>
    <message>
        <source>E-mail</source>
        <translation>رایانامه</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
</context>
<context>
    <name>nextgen::ui::Banner</name>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
</context>
<context>
    <name>nextgen::ui::BusyLine</name>
    <message>
        <source>Loading</source>
        <translation>در حال بارگذاری</translation>
    </message>
</context>
<context>
    <name>nextgen::ui::JalaliCalendar</name>
    <message>
        <source>Previous year (Ctrl+PageUp)</source>
        <translation>سال قبل (Ctrl+PageUp)</translation>
    </message>
    <message>
        <source>Previous month (PageUp)</source>
        <translation>ماه قبل (PageUp)</translation>
    </message>
    <message>
        <source>Next month (PageDown)</source>
        <translation>ماه بعد (PageDown)</translation>
    </message>
    <message>
        <source>Next year (Ctrl+PageDown)</source>
        <translation>سال بعد (Ctrl+PageDown)</translation>
    </message>
    <message>
        <source>Choose the month</source>
        <translation>انتخاب ماه</translation>
    </message>
    <message>
        <source>Choose the year</source>
        <translation>انتخاب سال</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>امروز</translation>
    </message>
    <message>
        <source>Arrow keys walk the days, Enter chooses</source>
        <translation>با کلیدهای جهت میان روزها بروید و با Enter انتخاب کنید</translation>
    </message>
</context>
<context>
    <name>nextgen::ui::JalaliDateEdit</name>
    <message>
        <source>Short forms: today, +10, 15, end of month</source>
        <translation>کوتاه: امروز، ⁦+۱۰⁩، ۱۵، آخر ماه</translation>
    </message>
    <message>
        <source>Not a date: type it as %1</source>
        <translation>تاریخ نیست؛ به شکل %1 بنویسید</translation>
    </message>
    <message>
        <source>Open the calendar</source>
        <translation>بازکردن تقویم</translation>
    </message>
    <message>
        <source>Open the calendar (Alt+Down)</source>
        <translation>بازکردن تقویم (Alt+Down)</translation>
    </message>
</context>
<context>
    <name>nextgen::ui::MoneyEdit</name>
    <message>
        <source>Rials; short forms: 12m, 500k, 2b</source>
        <translation>به ریال؛ کوتاه: ۱۲م، ۵۰۰ هزار، ۲ میلیارد</translation>
    </message>
    <message>
        <source>Not an amount: type digits, for example 12,000,000 or 12m</source>
        <translation>مبلغ نیست؛ عدد بنویسید، مانند ۱۲٬۰۰۰٬۰۰۰ یا ۱۲م</translation>
    </message>
</context>
<context>
    <name>nextgen::ui::RecordGrid</name>
    <message>
        <source>Copy the selection with headings (Ctrl+C)</source>
        <translation>رونوشت ردیف‌های انتخاب‌شده همراه عنوان‌ها (Ctrl+C)</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>انتخاب ستون‌ها</translation>
    </message>
    <message>
        <source>Copy the error</source>
        <translation>رونوشت خطا</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>ردیف‌ها</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>تلاش دوباره</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>هنوز چیزی اینجا نیست</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>کد: %1</translation>
    </message>
    <message>
        <source>%1 of about %2 rows</source>
        <translation>%1 ردیف از حدود %2</translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation>تعداد ردیف: %1</translation>
    </message>
    <message>
        <source>Selected: %1</source>
        <translation>انتخاب‌شده: %1</translation>
    </message>
    <message>
        <source>%1: sum %2, mean %3</source>
        <translation>%1: جمع %2، میانگین %3</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>بازگشت به ستون‌های پیش‌فرض</translation>
    </message>
</context>
</TS>
