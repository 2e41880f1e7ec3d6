SELECT $2::text IN ('SUPER_ADMIN', 'ADMIN', 'VENDOR', 'DEALER', 'EXECUTOR', 'CUSTOMER')
       OR EXISTS (SELECT FROM role_permissions WHERE tenant_id = $1 AND role = $2) AS is_there
